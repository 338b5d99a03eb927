import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../../src/io/settings.ts';

export type RecipeStep = {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
};

type Job = {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly number[]>> };
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly RecipeStep[];
};

/** What the tests look at in a workflow of GitHub, Forgejo or Gitea. */
type Workflow = {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': string };
  readonly jobs: Readonly<Record<string, Job>>;
};

type GitLabCache = { readonly key: unknown; readonly paths: readonly string[] };
type GitLabJob = {
  readonly script: readonly string[];
  readonly rules: readonly { readonly if: string }[];
  readonly cache: readonly GitLabCache[];
  readonly resource_group?: string;
  readonly interruptible?: boolean;
  readonly pages?: { readonly publish: string };
  readonly artifacts?: { readonly paths: readonly string[] };
  readonly variables?: Readonly<Record<string, string>>;
};

/** What the tests look at in a pipeline of GitLab. */
type Pipeline = {
  readonly workflow: { readonly auto_cancel: { readonly on_new_commit: string } };
  readonly check: GitLabJob;
  readonly pages: GitLabJob;
};

/** The text of a recipe. */
export const recipeText = (name: string): string => readFileSync(join(root, 'scripts/hosts', name), 'utf8');

/** The workflows, by name. */
export const workflows: Readonly<Record<'github' | 'forgejo', Workflow>> = {
  github: parse(recipeText('github-pages.yml')),
  forgejo: parse(recipeText('forgejo-pages.yml')),
};

export const gitlab: Pipeline = parse(recipeText('gitlab-pages.yml'));

/** The same for several machines. */
export const shardedWorkflows: typeof workflows = {
  github: parse(recipeText('github-shards.yml')),
  forgejo: parse(recipeText('forgejo-shards.yml')),
};

export const shardedGitlab: Pipeline & { readonly shard: GitLabJob & { readonly parallel: number } } = parse(
  recipeText('gitlab-shards.yml'),
);
