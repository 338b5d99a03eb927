import { writeFields } from '../core/write-document.ts';
import { cardFontsFor } from './card-fonts.ts';
import { composeFirstEvent, textsOfNewArchive } from './first-event.ts';

/** Who publishes a new archive: a host with a recipe, a server of one's own, or nobody yet. */
export const archiveHosts = ['github', 'gitlab', 'forgejo', 'server', 'none'] as const;

export type ArchiveHost = (typeof archiveHosts)[number];

/** What a new archive is made of. */
type NewArchive = {
  readonly title: string;
  readonly url: string;
  readonly language: string;
  readonly host: ArchiveHost;
  /** The IANA name of the zone of its first event. */
  readonly timezone: string;
  /** What `package.json` asks npm for: a version of Recapsule, or `file:` and the path of a packed file. */
  readonly dependency: string;
  readonly now: Temporal.Instant;
  /** The version of a package that goes with this version of Recapsule. */
  readonly versionOf: (name: string) => string;
  /** The text of a file of the program, by its path there. */
  readonly brought: (path: string) => string;
};

/** The files of a new archive, by path below its folder, and what `package.json` asks npm for. */
export const composeArchive = (
  archive: NewArchive,
): { readonly files: ReadonlyMap<string, string>; readonly dependencies: Readonly<Record<string, string>> } => {
  const { title, url, language, brought } = archive;
  const description = textsOfNewArchive(language).texts.archive;
  const workflow = workflowOf(archive.host);
  const event = composeFirstEvent(language, archive.timezone, archive.now);
  const fonts = cardFontsFor([title, description, ...event.values()].join('\n'), language);
  const dependencies = {
    ...Object.fromEntries(fonts.map((name) => [name, archive.versionOf(name)])),
    recapsule: archive.dependency,
  };
  const files = new Map([
    ['package.json', packageFile(dependencies)],
    ['content/site.yml', writeFields({ title, description, url, language })],
    ...[...event].map(([path, text]) => [`content/${path}`, text] as const),
    ['.gitignore', `${ignored.join('\n')}\n`],
    ['README.md', readme(archive)],
    ['.vscode/settings.json', `${JSON.stringify(editorSettings, undefined, 2)}\n`],
    ...['extensions.json', 'recapsule.code-snippets'].map(
      (name) => [`.vscode/${name}`, brought(`.vscode/${name}`)] as const,
    ),
    ...(workflow ? [[workflow.file, brought(`scripts/hosts/${workflow.recipe}`)] as const] : []),
  ]);
  return { files, dependencies };
};

/** What git is to leave out of an archive: packages, and all that the program makes. */
export const ignored = ['node_modules/', 'dist/', 'published/', '.cache/', '.*-replaced-*/'] as const;

/** The recipe of a host, and the file in which that host looks for it at the top of a repository. */
export const workflowOf = (host: ArchiveHost): { readonly recipe: string; readonly file: string } | undefined =>
  host === 'server' || host === 'none' ? undefined : workflows[host];

const workflows = {
  github: { recipe: 'github-pages.yml', file: '.github/workflows/pages.yml' },
  gitlab: { recipe: 'gitlab-pages.yml', file: '.gitlab-ci.yml' },
  forgejo: { recipe: 'forgejo-pages.yml', file: '.forgejo/workflows/pages.yml' },
} as const;

const packageFile = (dependencies: Readonly<Record<string, string>>): string => {
  const verbs = ['build', 'check', 'dev', 'preview'];
  const scripts = Object.fromEntries(verbs.map((verb) => [verb, `recapsule ${verb}`]));
  return `${JSON.stringify({ private: true, scripts, dependencies }, undefined, 2)}\n`;
};

const editorSettings = {
  'yaml.schemas': { './node_modules/recapsule/src/core/schema/site.schema.json': 'content/site.yml' },
  'files.encoding': 'utf8',
  'files.eol': '\n',
  'files.insertFinalNewline': true,
  '[markdown]': {
    'editor.wordWrap': 'on',
    'editor.quickSuggestions': { other: 'on', comments: 'off', strings: 'off' },
  },
};

const readme = ({ title, host }: NewArchive): string => `# ${title}

What readers see is made from \`content/\` by Recapsule: \`site.yml\` has the settings of the archive, and each folder
with an \`event.md\` is an event. Every other Markdown file in it is an entry. The name of its file becomes its address.

    npm install                                    # once, and after each update
    npx recapsule dev                              # http://localhost:4321 shows what you save
    npx recapsule new "What has just happened"     # an entry, stamped with this minute
    npx recapsule new event "What is coming"       # asks for its description and its time zone
    npx recapsule check                            # what is wrong, with the line that would be right

An entry has a title, a time by the clocks of its event, and its text below the second \`---\`; VS Code offers snippets
that begin with \`recap-\`. A picture lies beside the entry that shows it: \`![What it shows](./picture.jpg)\`.

Commit \`content/\`, \`package.json\` and \`package-lock.json\`. \`npx recapsule hook install\` lets git check each commit.
${published[host]}

To update: \`npm install --save-exact recapsule@latest\`, then \`npx recapsule check\`.
`;

const published: Readonly<Record<ArchiveHost, string>> = {
  github:
    'A push to the default branch is published on GitHub Pages, once "GitHub Actions" is chosen in Settings → Pages → Source.',
  gitlab: 'A push to the default branch is published on GitLab Pages.',
  forgejo:
    'A push to the default branch is published as the branch `pages`. `.forgejo/workflows/pages.yml` needs a label of your\nrunners in `runs-on`.',
  server:
    'A push to your git server is published there, once `npx recapsule server install --repo <bare.git> --site <dir>` has been\nrun in a folder of that server in which Recapsule is installed.',
  none: '`npx recapsule build` makes `dist/`, which any web server can serve.',
};
