import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UsageError } from '../../core/usage-error.ts';

/** The names of Chromium and its kin in `PATH`. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
  'brave-browser',
];

/** Where macOS and Windows put it, below the folders of programs. */
const places: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
};

type Machine = { readonly platform: NodeJS.Platform; readonly env: Readonly<Record<string, string | undefined>> };

/** The program of a browser that prints: the one that `CHROME_PATH` names, or one that is installed. Throws `UsageError` where there is none. */
export const findPrinter = ({ platform, env }: Machine = process): string => {
  const named = env['CHROME_PATH'];
  if (named) {
    if (isProgram(named)) return named;
    throw new UsageError(`CHROME_PATH is "${named}", expected the program of Chromium, Chrome or Edge.`);
  }
  const found = placesOn(platform, env).find(isProgram);
  if (found !== undefined) return found;
  throw new UsageError(
    'A PDF is printed by Chromium, Chrome or Edge, and none was found. Install one, or say where it is: CHROME_PATH=/path/to/chromium',
  );
};

const placesOn = (platform: NodeJS.Platform, env: Machine['env']): string[] => {
  const ending = platform === 'win32' ? '.exe' : '';
  const path = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  const programs =
    platform === 'win32'
      ? [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
      : ['/Applications', env['HOME'] && join(env['HOME'], 'Applications')];
  return [
    ...names.flatMap((name) => path.map((folder) => join(folder, name + ending))),
    ...programs.flatMap((folder) => (folder ? (places[platform] ?? []).map((place) => join(folder, place)) : [])),
  ];
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};
