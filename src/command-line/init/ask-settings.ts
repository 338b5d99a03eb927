import { type ArchiveHost, archiveHosts } from '../../compose/compose-archive.ts';
import { collectDiagnostics } from '../../core/diagnostics.ts';
import { nearest } from '../../core/nearest.ts';
import { readSite } from '../../core/read-site.ts';
import { UsageError } from '../../core/usage-error.ts';
import { writeFields } from '../../core/write-document.ts';
import type { CommandContext } from '../new/command-context.ts';

/** What a new archive is asked for: the settings of its `site.yml`, and its host. */
export type ArchiveSettings = {
  readonly title: string;
  readonly url: string;
  readonly language: string;
  readonly host: ArchiveHost;
};

type Given = { readonly [Name in keyof ArchiveSettings]?: string | undefined };

/**
 * What options say, then what somebody answers on a terminal, then what `suggested` says. Of a setting that is `known` nothing
 * is asked. Asks again where an answer would be an error of the content; throws `UsageError` where an option would be one.
 */
export const askSettings = async (
  given: Given,
  { known, title }: { readonly known: Given; readonly title: string },
  world: Pick<CommandContext, 'terminal' | 'tell'>,
): Promise<ArchiveSettings> => {
  const ask = (name: keyof ArchiveSettings, question: string, suggestion: string): Promise<string> =>
    known[name] === undefined
      ? answerTo({ name, question, suggestion }, given[name], world)
      : Promise.resolve(known[name]);
  return {
    title: await ask('title', 'Title', title),
    url: await ask('url', 'Address', 'https://recaps.example.org'),
    language: await ask('language', 'Language', 'en'),
    host: hostNamed(await ask('host', `Host (${archiveHosts.join(', ')})`, 'none')) ?? 'none',
  };
};

type Question = { readonly name: keyof ArchiveSettings; readonly question: string; readonly suggestion: string };

const answerTo = async (
  { name, question, suggestion }: Question,
  given: string | undefined,
  { terminal, tell }: Pick<CommandContext, 'terminal' | 'tell'>,
): Promise<string> => {
  if (given !== undefined || !terminal) {
    const value = given?.trim() ?? suggestion;
    const fault = faultOf(name, value);
    if (fault !== undefined) throw new UsageError(fault);
    return value;
  }
  for (;;) {
    const value = await terminal.ask(question, suggestion);
    const fault = faultOf(name, value);
    if (fault === undefined) return value;
    tell(fault);
  }
};

/** What would be wrong with a setting; nothing where it is right. */
const faultOf = (name: keyof ArchiveSettings, value: string): string | undefined => {
  if (name === 'host') return faultOfHost(value);
  const { report, diagnostics } = collectDiagnostics();
  const fields = { title: 'A', description: 'A', url: 'https://recaps.invalid', language: 'en', [name]: value };
  readSite(new Map([['site.yml', new TextEncoder().encode(writeFields(fields))]]), undefined, report);
  const found = diagnostics().find(({ severity }) => severity === 'error');
  if (found) return `${found.message}. ${found.hint}`;
  return name === 'language' ? faultOfLanguage(value) : undefined;
};

const hostNamed = (value: string): ArchiveHost | undefined => archiveHosts.find((host) => host === value.toLowerCase());

const faultOfHost = (value: string): string | undefined => {
  if (hostNamed(value) !== undefined) return undefined;
  const meant = nearest(value, archiveHosts);
  const expected = `Unexpected host "${value}", expected one of ${archiveHosts.join(', ')}.`;
  return meant === undefined ? expected : `${expected} Did you mean "${meant}"?`;
};

/** A tag of two letters that names no language is mostly that of a country: jp, cz. */
const faultOfLanguage = (tag: string): string | undefined => {
  const { language } = new Intl.Locale(tag);
  if (language.length !== 2 || languageNames.of(language) !== undefined) return undefined;
  const meant = new Intl.Locale('und', { region: language }).maximize().language;
  const found = `Unexpected language "${tag}", expected a language tag such as en, zh-Hans or de-CH.`;
  return languageNames.of(meant) === undefined ? found : `${found} Did you mean "${meant}"?`;
};

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
