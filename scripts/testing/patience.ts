/** How long tests wait for what is to come, in milliseconds: it ends what hangs, and no machine is so busy as to need it. */
export const patience = 500_000;
