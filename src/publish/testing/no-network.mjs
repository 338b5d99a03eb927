import dns from 'node:dns';
import net from 'node:net';

/** Loaded before a program, it makes every way to another machine an error; sockets on this machine stay. */
const refuse = () => {
  throw new Error('A build has asked for the network.');
};

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [first] = args.flat();
  return typeof first === 'object' && first?.path !== undefined ? connect.apply(this, args) : refuse();
};
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = refuse;
  dns.promises[name] = refuse;
}
globalThis.fetch = refuse;
