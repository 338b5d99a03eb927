import type { VideoScan } from './scan-video.ts';

/** What of a video some browsers do not play: its name as people know it, what was expected, and who does not play it. */
export type Unplayable = {
  readonly found: string;
  readonly expected: string;
  readonly reason: string;
  /** Whether the pictures or the sound have to be encoded anew; otherwise the file has the wrong form alone. */
  readonly part: 'pictures' | 'sound' | 'file';
};

/**
 * What of a video some browsers do not play, judged by its boxes; nothing where its codecs are played or not known. Of several
 * tracks of pictures one that is played is enough, and of sound as well.
 */
export const unplayableOf = ({ container, codecs }: VideoScan): readonly Unplayable[] => [
  ...trackFault(codecs, 'pictures'),
  ...trackFault(codecs, 'sound'),
  ...(container === 'quicktime'
    ? [
        {
          found: 'QuickTime file (.mov)',
          expected: 'an MP4',
          reason: 'another name does not change what it is, and some browsers do not play it',
          part: 'file' as const,
        },
      ]
    : []),
];

type Codec = { readonly name: string; readonly reason: string };

const trackFault = (codecs: readonly string[], part: 'pictures' | 'sound'): readonly Unplayable[] => {
  const { played, others } = known[part];
  if (codecs.some((codec) => played.test(codec))) return [];
  for (const codec of codecs) {
    const [, other] = others.find(([pattern]) => pattern.test(codec)) ?? [];
    if (other)
      return [
        {
          found: `${other.name} (${codec.trim()})`,
          expected: part === 'sound' ? 'AAC' : 'H.264',
          reason: other.reason,
          part,
        },
      ];
  }
  return [];
};

const fewPlayIt = 'most browsers do not play it';
const noneShowsIt = 'no browser plays it';

const known: Readonly<
  Record<'pictures' | 'sound', { readonly played: RegExp; readonly others: readonly (readonly [RegExp, Codec])[] }>
> = {
  pictures: {
    played: /^(?:avc[1-4]|av01|vp0[89]|V_VP[89]|V_AV1)$/,
    others: [
      [
        /^(?:hvc[123]|hev[123]|dvh[1e]|hvt1|V_MPEGH.*)$/,
        { name: 'H.265 (HEVC)', reason: 'Firefox and Chromium on Linux do not play it' },
      ],
      [/^(?:vvc1|vvi1)$/, { name: 'H.266 (VVC)', reason: noneShowsIt }],
      [
        /^(?:ap4[hx]|ap[cr][hnosx]|aprn|aprh|V_PRORES)$/,
        { name: 'ProRes', reason: 'it is for cutting films, and only Safari plays it' },
      ],
      [
        /^(?:mp4v|DIVX|XVID|V_MPEG4\/ISO\/(?:ASP|SP|AP))$/,
        { name: 'MPEG-4 Part 2', reason: 'Chrome and Firefox do not play it' },
      ],
      [/^[sh]263$/, { name: 'H.263', reason: noneShowsIt }],
      [/^(?:mp[12]v|m[12]v1|mx[345][np]|xd[v5hv][0-9a-f]|hdv\d|V_MPEG[12])$/, { name: 'MPEG-2', reason: noneShowsIt }],
      [/^(?:jpeg|mjp[abg2]|MJPG)$/, { name: 'Motion JPEG', reason: noneShowsIt }],
      [/^(?:AVd[nh1]|CFHD|v210|v410|2vuy|yuv2|raw )$/, { name: 'a codec for cutting films', reason: noneShowsIt }],
      [/^(?:vc-1|WMV\d|SVQ[13]|cvid|rle |drac)$/i, { name: 'an old codec', reason: noneShowsIt }],
      [/^encv$/, { name: 'protected pictures', reason: 'they need a key' }],
      [/^V_MPEG4\/ISO\/AVC$/, { name: 'H.264 in Matroska', reason: 'Firefox does not play it' }],
    ],
  },
  sound: {
    played: /^(?:mp4a|Opus|fLaC|\.?mp3|A_OPUS|A_VORBIS)$/,
    others: [
      [/^(?:ac-[34]|ec-3|A_E?AC3)$/, { name: 'Dolby sound', reason: 'Chrome and Firefox do not play it' }],
      [/^(?:dts[chlexy-]|mlpa|A_DTS|A_TRUEHD)$/, { name: 'sound of discs', reason: noneShowsIt }],
      [/^alac$/, { name: 'Apple Lossless', reason: 'only Safari plays it' }],
      [/^(?:samr|sawb|sawp|sevc|sqcp)$/, { name: 'sound of old phones (AMR)', reason: noneShowsIt }],
      [/^(?:sowt|twos|[lif]pcm|in24|in32|fl32|fl64|[au]law|NONE)$/, { name: 'raw sound (PCM)', reason: fewPlayIt }],
      [/^(?:mh[am][12]|apac|QDM[2C])$/, { name: 'a codec', reason: fewPlayIt }],
      [/^enca$/, { name: 'protected sound', reason: 'it needs a key' }],
    ],
  },
};
