import { type Diagnostic, shownOf } from '../core/diagnostics.ts';
import { moreOf } from '../core/format-diagnostic.ts';
import { ContentRefused } from '../views/content-refused.ts';

/** Where the styles of the page are: no page of a site can have such an address. */
export const faultStylesAddress = '/@recapsule/fault.css';

/** The page that stands in the place of one that cannot be shown, and says why. `pathOf` gives the path of a file as it is called. */
export const faultPage = (fault: unknown, pathOf: (file: string) => string): Uint8Array => {
  const [title, body] =
    fault instanceof ContentRefused
      ? ['The content has errors', reportOf(fault.diagnostics, pathOf)]
      : ['This page cannot be shown', `<pre>${escaped(fault instanceof Error ? fault.message : String(fault))}</pre>`];
  return Buffer.from(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="${faultStylesAddress}">
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${body}
      <p>This page loads again when something is saved.</p>
    </main>
  </body>
</html>
`);
};

const reportOf = (diagnostics: readonly Diagnostic[], pathOf: (file: string) => string): string =>
  shownOf(diagnostics)
    .map(({ diagnostic, more }) => {
      const { file, line, column, severity, rule, message, hint, corrected } = diagnostic;
      return `<section>
        <h2>${escaped(`${pathOf(file)}:${line}:${column}`)} <span class="${severity}">${severity}</span> ${rule}</h2>
        <p dir="auto">${escaped(message)}.</p>
        <p dir="auto">${escaped(hint)}</p>
        ${corrected === undefined ? '' : `<pre dir="auto">${escaped(corrected)}</pre>`}
        ${more > 0 ? `<p>${escaped(moreOf(diagnostic, more))}</p>` : ''}
      </section>`;
    })
    .join('\n');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const faultStyles = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
main { max-inline-size: 50rem; margin-inline: auto; padding: 1rem; }
section { border-block-start: 1px solid; padding-block: 0.5rem; }
h2 { font: 600 1rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.error { color: light-dark(#a32d18, #ff9b87); }
.warning { color: light-dark(#7a5600, #f0c060); }
pre { overflow-x: auto; white-space: pre-wrap; border-inline-start: 3px solid; padding-inline-start: 0.75rem; }
`;
