import { asProcess } from './processes.ts';
import { type ReadTask, readInto } from './read.ts';
import { Store, type StoreAt } from './store.ts';

/** A share of the content folder, read beside others. */
asProcess(({ store: at, ...task }: ReadTask & { store: StoreAt }) => {
  const store = new Store(at);
  readInto(store, task);
  store.close();
});
