/** What is said from which second on; the voice comes first where it is named. */
type Cue = { readonly at: number; readonly text: string };

/** The words of WebVTT (W3C), in paragraphs: what is said without a pause by one voice, up to some sentences. Throws where it is none. */
export const cuesOf = (bytes: Uint8Array): readonly Cue[] => {
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(text)) throw new Error('captions begin with the line WEBVTT');
  const paragraphs: (Cue & { readonly voice: string; readonly ends: number })[] = [];
  for (const block of text.split(/\n{2,}/)) {
    const cue = cueOf(block);
    const last = paragraphs.at(-1);
    if (cue === undefined || cue.text === '') continue;
    const goesOn = last && last.voice === cue.voice && cue.at - last.ends < 3 && !isFull(last.text);
    if (goesOn) paragraphs[paragraphs.length - 1] = { ...last, text: `${last.text} ${cue.text}`, ends: cue.ends };
    else paragraphs.push(cue);
  }
  return paragraphs.map(({ at, voice, text: words }) => ({ at, text: voice === '' ? words : `${voice}: ${words}` }));
};

/** Long enough for a paragraph, and at the end of a sentence. */
const isFull = (text: string): boolean => text.length > 300 && /[.!?…。！？؟]["”»」]?$/.test(text);

const cueOf = (block: string) => {
  const lines = block.split('\n');
  const timing = lines.findIndex((line) => line.includes('-->'));
  if (timing === -1) return undefined;
  const [starts = '', ends = ''] = (lines[timing] ?? '').split('-->');
  const written = lines.slice(timing + 1).join(' ');
  const voice = /<v(?:\.[^ >]*)?\s+([^>]+)>/.exec(written)?.[1] ?? '';
  return { at: secondsAt(starts), ends: secondsAt(ends), voice: plain(voice), text: plain(written) };
};

/** `00:01:02.500` as seconds. */
const secondsAt = (written: string): number => {
  const [clock = ''] = written.trim().split(/\s/);
  return clock.split(':').reduce((sum, part) => sum * 60 + (Number(part.replace(',', '.')) || 0), 0);
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

const plain = (written: string): string =>
  written
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
