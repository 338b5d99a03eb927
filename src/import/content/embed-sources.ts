/** Where embeds come from: what a reader calls it, and the address of its own page. */
export type EmbedSource = {
  /** The end of a host name. */
  readonly host: string;
  /** What the link says. */
  readonly label: string;
  /** The address of what is embedded, from that of the frame; the same address where it gives none. */
  readonly page?: (frame: URL) => string | undefined;
};

const part = (frame: URL, form: RegExp): string | undefined => form.exec(frame.pathname)?.[1];
const prefixed = (start: string, end: string | undefined | null): string | undefined => (end ? start + end : undefined);
const parameter =
  (name: string) =>
  (frame: URL): string | undefined =>
    frame.searchParams.get(name) ?? undefined;

const youTube = (frame: URL): string | undefined => {
  const list = frame.searchParams.get('list');
  const id = part(frame, /^\/(?:embed|v|shorts|live)\/([\w-]+)/) ?? frame.searchParams.get('v');
  if (id === 'videoseries') return prefixed('https://www.youtube.com/playlist?list=', list);
  return prefixed('https://www.youtube.com/watch?v=', id);
};
const withoutSearch = ({ origin, pathname }: URL): string => origin + pathname;
const instagram = (frame: URL): string | undefined =>
  prefixed('https://www.instagram.com/', part(frame, /^\/((?:p|reel|tv)\/[\w-]+(?:\/|$))/));

/** The sources that are known by name; a host further down is only looked at where none above fits. */
export const embedSources: readonly EmbedSource[] = [
  { host: 'youtube.com', label: 'Video on YouTube', page: youTube },
  { host: 'youtube-nocookie.com', label: 'Video on YouTube', page: youTube },
  {
    host: 'youtu.be',
    label: 'Video on YouTube',
    page: (frame) => prefixed('https://www.youtube.com/watch?v=', part(frame, /^\/([\w-]+)/)),
  },
  {
    host: 'vimeo.com',
    label: 'Video on Vimeo',
    page: (frame) => prefixed('https://vimeo.com/', part(frame, /^\/video\/(\d+)/)),
  },
  {
    host: 'dailymotion.com',
    label: 'Video on Dailymotion',
    page: (frame) => prefixed('https://www.dailymotion.com/video/', part(frame, /^\/embed\/video\/(\w+)/)),
  },
  { host: 'twitch.tv', label: 'Video on Twitch' },
  { host: 'streamable.com', label: 'Video on Streamable' },
  {
    host: 'platform.twitter.com',
    label: 'Post on X',
    page: (frame) => prefixed('https://x.com/i/status/', frame.searchParams.get('id')),
  },
  { host: 'twitter.com', label: 'Post on X', page: withoutSearch },
  { host: 'x.com', label: 'Post on X', page: withoutSearch },
  { host: 'instagram.com', label: 'Post on Instagram', page: instagram },
  { host: 'facebook.com', label: 'Post on Facebook', page: parameter('href') },
  { host: 'threads.net', label: 'Post on Threads' },
  { host: 'threads.com', label: 'Post on Threads' },
  { host: 'bsky.app', label: 'Post on Bluesky' },
  { host: 'tiktok.com', label: 'Video on TikTok' },
  { host: 'reddit.com', label: 'Post on Reddit' },
  { host: 'redditmedia.com', label: 'Post on Reddit' },
  { host: 'linkedin.com', label: 'Post on LinkedIn' },
  { host: 't.me', label: 'Post on Telegram' },
  { host: 'pinterest.com', label: 'Pin on Pinterest' },
  { host: 'imgur.com', label: 'Picture on Imgur' },
  { host: 'giphy.com', label: 'Picture on Giphy' },
  { host: 'gist.github.com', label: 'Code on GitHub' },
  {
    host: 'open.spotify.com',
    label: 'Audio on Spotify',
    page: (frame) => prefixed('https://open.spotify.com/', part(frame, /^\/embed(?:-podcast)?\/(.+)/)),
  },
  { host: 'soundcloud.com', label: 'Audio on SoundCloud', page: parameter('url') },
  { host: 'podcasts.apple.com', label: 'Podcast on Apple Podcasts' },
  { host: 'datawrapper.dwcdn.net', label: 'Chart on Datawrapper' },
  { host: 'flourish.studio', label: 'Chart on Flourish' },
  { host: 'infogram.com', label: 'Chart on Infogram' },
  { host: 'documentcloud.org', label: 'Document on DocumentCloud' },
  { host: 'scribd.com', label: 'Document on Scribd' },
  { host: 'maps.google.com', label: 'Map on Google Maps' },
  { host: 'openstreetmap.org', label: 'Map on OpenStreetMap' },
];
