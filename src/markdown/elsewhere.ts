/** What a link to another site leads to: of which kind it is, and where. */
export type Elsewhere = { readonly kind: 'Video' | 'Post' | 'Sound' | 'Stream'; readonly name: string };

type Site = Elsewhere & { readonly hosts: RegExp; readonly paths: RegExp };

/** Sites of which people show single pieces, by their hosts and by the paths of such pieces. */
const sites: readonly Site[] = [
  {
    kind: 'Video',
    name: 'YouTube',
    hosts: /^((www|m|music)\.)?youtube(-nocookie)?\.com$/,
    paths: /^\/(watch|shorts\/|live\/|embed\/|playlist)/,
  },
  { kind: 'Video', name: 'YouTube', hosts: /^youtu\.be$/, paths: /^\/[\w-]+/ },
  { kind: 'Video', name: 'Vimeo', hosts: /^((www|player)\.)?vimeo\.com$/, paths: /\/\d+/ },
  { kind: 'Video', name: 'Dailymotion', hosts: /^(www\.)?dailymotion\.com$|^dai\.ly$/, paths: /^\/./ },
  {
    kind: 'Video',
    name: 'TikTok',
    hosts: /^((www|vm|vt|m)\.)?tiktok\.com$/,
    paths: /^\/(@[^/]+\/(video|photo)\/|\w+\/?$)/,
  },
  {
    kind: 'Video',
    name: 'Bilibili',
    hosts: /^((www|m)\.)?bilibili\.com$|^b23\.tv$/,
    paths: /^\/(video\/|bangumi\/|\w+)/,
  },
  { kind: 'Stream', name: 'Twitch', hosts: /^((www|m|clips)\.)?twitch\.tv$/, paths: /^\/./ },
  { kind: 'Post', name: 'X', hosts: /^((www|mobile|m)\.)?(x|twitter)\.com$/, paths: /^\/[^/]+\/status\/\d+/ },
  { kind: 'Post', name: 'Instagram', hosts: /^(www\.)?instagram\.com$/, paths: /^\/([^/]+\/)?(p|reel|tv)\// },
  { kind: 'Post', name: 'Facebook', hosts: /^((www|m)\.)?facebook\.com$|^fb\.watch$/, paths: /^\/./ },
  { kind: 'Post', name: 'Threads', hosts: /^(www\.)?threads\.(net|com)$/, paths: /^\/@[^/]+\/post\// },
  { kind: 'Post', name: 'Bluesky', hosts: /^bsky\.app$/, paths: /^\/profile\/[^/]+\/post\// },
  { kind: 'Post', name: 'LinkedIn', hosts: /^(www\.)?linkedin\.com$/, paths: /^\/(posts|feed\/update)\// },
  { kind: 'Post', name: 'Reddit', hosts: /^((www|old)\.)?reddit\.com$/, paths: /^\/r\/[^/]+\/(comments|s)\// },
  { kind: 'Post', name: 'Weibo', hosts: /^((www|m)\.)?weibo\.(com|cn)$/, paths: /^\/\w+\/\w+/ },
  { kind: 'Sound', name: 'SoundCloud', hosts: /^((www|m|on)\.)?soundcloud\.com$/, paths: /^\/./ },
  {
    kind: 'Sound',
    name: 'Spotify',
    hosts: /^open\.spotify\.com$/,
    paths: /^\/(\w+-\w+\/)?(track|album|episode|show|playlist)\//,
  },
  { kind: 'Sound', name: 'Apple Podcasts', hosts: /^podcasts\.apple\.com$/, paths: /\/podcast\// },
];

/** The site to which an address leads, where it is one that shows single videos or posts. */
export const elsewhereAt = (address: string): Elsewhere | undefined => {
  const url = URL.parse(address, 'https://none.invalid');
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const found = sites.find(({ hosts, paths }) => hosts.test(url.hostname) && paths.test(url.pathname));
  if (found) return { kind: found.kind, name: found.name };
  // Servers of the Fediverse have any name; a post of a person on one has this path and no other.
  return /^\/@[\w.-]+(@[\w.-]+)?\/\d{9,}\/?$/.test(url.pathname) ? { kind: 'Post', name: url.hostname } : undefined;
};
