/** Under what others may use texts: its name, as people know it, and where it can be read. */
export type License = { readonly name: string; readonly url: string };

/** Licences for texts, pictures and data beside those of Creative Commons, by their SPDX ids. */
const others = [
  ...['ODbL-1.0', 'ODC-By-1.0', 'PDDL-1.0', 'OGL-UK-3.0', 'OGL-UK-2.0', 'OGL-UK-1.0', 'OGL-Canada-2.0', 'etalab-2.0'],
  ...[
    'DL-DE-BY-2.0',
    'DL-DE-ZERO-2.0',
    'NLOD-2.0',
    'NLOD-1.0',
    'FAL-1.3',
    'LAL-1.3',
    'GFDL-1.3-only',
    'GFDL-1.3-or-later',
  ],
  ...['MIT', 'MIT-0', 'Apache-2.0', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Unlicense', 'CC-PDDC', 'CC-PDM-1.0'],
];

const commons = /^CC-(BY(?:-NC)?(?:-ND|-SA)?)-(1\.0|2\.0|2\.5|3\.0|4\.0)$/;

/** Whether a text names a licence: by an SPDX id, in its own spelling, or by its address. */
export const isLicense = (written: string): boolean =>
  /^https?:\/\/\S+$/.test(written)
    ? URL.canParse(written)
    : commons.test(written) || written === 'CC0-1.0' || others.includes(written);

/** The licence that a sound text names. */
export const licenseOf = (written: string): License => {
  const [, kind = '', version = ''] = commons.exec(written) ?? [];
  if (kind !== '')
    return {
      name: `CC ${kind} ${version}`,
      url: `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`,
    };
  if (written === 'CC0-1.0') return { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
  if (others.includes(written)) return { name: written, url: `https://spdx.org/licenses/${written}.html` };
  const { hostname, pathname } = new URL(written);
  const [, short, release] = /^\/licenses\/([a-z-]+)\/([\d.]+)/.exec(pathname) ?? [];
  const isCommons = /(?:^|\.)creativecommons\.org$/.test(hostname) && short !== undefined;
  return { name: isCommons ? `CC ${short.toUpperCase()} ${release}` : hostname.replace(/^www\./, ''), url: written };
};

/** What people write for a licence, as SPDX has it: `CC BY 4.0`, `cc-by-sa`, `CC0`. */
export const meantLicenses = (written: string): readonly string[] => {
  const words = written
    .trim()
    .replace(/^creative commons(?: licen[cs]e)?/i, 'CC')
    .replace(/[\s_]+/g, '-');
  const named = others.find((id) => id.toLowerCase() === words.toLowerCase());
  if (named !== undefined) return [named];
  if (/^cc-?(?:0|zero)\b/i.test(words)) return ['CC0-1.0'];
  const [, kind, version] = /^(?:cc-)?(by(?:-nc)?(?:-nd|-sa)?)(?:-v?(\d(?:\.\d)?))?(?:-.*)?$/i.exec(words) ?? [];
  if (kind === undefined) return [];
  return [
    `CC-${kind.toUpperCase()}-${version === undefined ? '4.0' : version.includes('.') ? version : `${version}.0`}`,
  ];
};
