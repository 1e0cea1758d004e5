/** Plain data, as it travels and is kept. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
