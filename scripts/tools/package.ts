import { compilePackage } from './package/compile.ts';

export const help = `Compiles what the npm package consists of into lib/, as npm pack does.

npm run tools -- package`;

/** Compiles the program and its templates. */
export const run = async (): Promise<number> => {
  await compilePackage();
  return 0;
};
