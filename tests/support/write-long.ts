import { writeLong } from './long.ts';

// Before the browser tests build it: node tests/support/write-long.ts
writeLong();
