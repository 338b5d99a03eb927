import { z } from 'zod';
import { notes } from './notes.ts';
import { checked, group, line, list, scriptAddress, yesOrNo } from './parts.ts';

const attributes = {
  src: scriptAddress
    .describe('Where it is: on a host of its own, or in a file of public/')
    .register(notes, { elsewhere: 'url href source file path link address' }),
  defer: yesOrNo.optional().describe('true to run it when the page has been read'),
  async: yesOrNo.optional().describe('true to run it as soon as it is there'),
  type: z.enum(['module'], { error: 'module' }).optional().describe('module, where it is one'),
  integrity: checked((value) => /^sha(?:256|384|512)-[A-Za-z\d+/]+=*$/.test(value), 'a hash such as sha384-…')
    .optional()
    .describe('The hash of the only bytes that may run'),
  crossorigin: z
    .enum(['anonymous', 'use-credentials'], { error: 'anonymous or use-credentials' })
    .optional()
    .describe('How it is asked for, where it has a hash'),
};

/** A script that an owner adds to every page; attributes such as `data-domain` are its settings. */
export const headScript = z
  .object(attributes, { error: ({ code }) => (code === 'invalid_type' ? 'a group of fields' : undefined) })
  .catchall(line);

// Also where another field is wrong.
const onlyKnown = z.check<Readonly<Record<string, unknown>>>(({ value, issues }) => {
  const keys = Object.keys(value).filter((key) => !Object.hasOwn(attributes, key) && !isSetting(key));
  if (keys.length > 0) issues.push({ code: 'unrecognized_keys', keys, input: value, path: [] });
});
onlyKnown._zod.def.when = () => true;

/** Whether an attribute of a script is a setting of its own. */
const isSetting = (name: string): boolean => /^data-[a-z\d][a-z\d._-]*$/.test(name);

/** What every page says already, in its own way. */
const said = /^(?:description|viewport|generator|robots|theme-color|color-scheme|twitter:card|twitter:image:alt)$/i;

const metaName = checked(
  (value) => /^[a-z][\w.:-]*$/i.test(value) && !said.test(value),
  'a name that pages do not have already, such as google-site-verification',
);

/** What an owner adds to the head of every page. */
export const head = group({
  scripts: list(headScript.check(onlyKnown)).optional().describe('Scripts, each by its address'),
  meta: list(group({ name: metaName.describe('Its name'), content: line.describe('What it says') }))
    .optional()
    .describe('What services ask for, such as a mark of verification'),
});
