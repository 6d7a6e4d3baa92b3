import { defineStore } from 'pinia';
import { shallowRef } from 'vue';

/** How the program itself is: loaded, sealed off from the network, kept by the browser, broken. */
export const useProgram = defineStore('program', () => {
  /** Every file is here and the page can reach no host any more. */
  const sealed = shallowRef(false);
  /** The browser keeps it: the next visit needs no network. */
  const kept = shallowRef(false);
  /** A part is missing or has died: what is asked now would never be answered. */
  const broken = shallowRef(false);
  /** Goes over to a newer version, which reloads the page. */
  const update = shallowRef<(() => void) | null>(null);

  return {
    sealed,
    kept,
    broken,
    update,
    markSealed(): void {
      sealed.value = true;
    },
    markKept(): void {
      kept.value = true;
    },
    breakDown(): void {
      broken.value = true;
    },
    offerUpdate(goOver: () => void): void {
      update.value = goOver;
    },
    putUpdateOff(): void {
      update.value = null;
    },
  };
});
