// Plain JavaScript that any Node can read: it says so where the Node that Recapsule needs did not arrive.
const [major] = process.versions.node.split('.').map(Number);
if (major < 26) {
  console.error(
    `Recapsule needs Node 26, and this is Node ${process.versions.node}: run it through npm after "npm ci" without --ignore-scripts, which brings Node 26 along.`,
  );
  process.exit(1);
}
