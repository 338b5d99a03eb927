import dns from 'node:dns';
import { readFileSync, writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isIP, type LookupFunction, Socket } from 'node:net';
import { isMainThread } from 'node:worker_threads';

// Node reads this file before the program that is watched (`--import`). What it notices goes to the pipe 3, a line each:
// the names it looks up, where it connects to, and in the end how long it ran and the most memory it held. It has no network: a run is to
// be the same on every machine, and harmless. A name that begins with "private." has the machine's own address.

const report = (what: object): void => void writeSync(3, `${JSON.stringify(what)}\n`);

const lookup: LookupFunction = (name, options, done) => {
  report({ lookup: name });
  const [address, family] = ['127.0.0.1', 4];
  queueMicrotask(() => {
    if (name !== 'localhost' && !name.startsWith('private.')) {
      const missing = new Error(`getaddrinfo ENOTFOUND ${name}`);
      done(Object.assign(missing, { code: 'ENOTFOUND', hostname: name }), options.all ? [] : '');
    } else if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  });
};

const lookupLater = (name: string, options: dns.LookupOptions = {}): Promise<unknown> =>
  new Promise((resolve, reject) => {
    lookup(name, options, (fault, address, family) => {
      if (fault) reject(fault);
      else resolve(Array.isArray(address) ? address : { address, family });
    });
  });

const resolveLater = async (name: string): Promise<unknown> => [
  ((await lookupLater(name)) as dns.LookupAddress).address,
];

type Target = {
  readonly host?: string;
  readonly port?: number;
  readonly path?: string;
  readonly lookup?: LookupFunction;
};

/** Says where a connection would lead, once its name has been looked up, and ends it. */
function connectNowhere(this: Socket, ...args: readonly unknown[]): Socket {
  // Node itself gives an array of options and listener; `connect(port, host)` and `connect(path)` are left.
  const [first, second] = args.flat();
  const target = (typeof first === 'object' ? first : { port: Number(first), host: second ?? 'localhost' }) as Target;
  const { host = 'localhost', port, path } = target;
  const end = (address: string): void => {
    report({ connect: path ?? `${address}:${port}` });
    this.destroy(Object.assign(new Error('connect ENETUNREACH'), { code: 'ENETUNREACH' }));
  };
  if (path !== undefined || isIP(host) !== 0) end(host);
  else {
    (target.lookup ?? lookup)(host, { all: true }, (fault, found) => {
      const [address] = Array.isArray(found) ? found : [{ address: found }];
      if (fault || !address) this.destroy(fault ?? undefined);
      else end(address.address);
    });
  }
  return this;
}

/**
 * In bytes. Linux counts it for this program alone in `VmHWM`; what `resourceUsage` says there includes the memory of the
 * process that has started this one.
 */
const peakMemory = (): number => {
  const kibibytes =
    process.platform === 'linux' && /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return (kibibytes ? Number(kibibytes[1]) : process.resourceUsage().maxRSS) * 1024;
};

if (isMainThread) {
  Object.assign(dns, { lookup: (name: string, ...rest: unknown[]) => lookupAs(name, rest) });
  Object.assign(dns.promises, {
    lookup: lookupLater,
    resolve: resolveLater,
    resolve4: resolveLater,
    resolve6: resolveLater,
  });
  syncBuiltinESMExports();
  Object.assign(Socket.prototype, { connect: connectNowhere });
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    report({ peak: peakMemory(), seconds: process.uptime(), processorSeconds: (user + system) / 1e6 });
  });
}

/** `dns.lookup` can be called without options, or with a family in their place. */
function lookupAs(name: string, rest: readonly unknown[]): void {
  const options = typeof rest[0] === 'object' && rest[0] !== null ? rest[0] : {};
  lookup(name, options, rest.at(-1) as Parameters<LookupFunction>[2]);
}
