import { shallowRef } from 'vue';

/** Shows a text as a notification of this device: asked for by a click, and only then. */
export const useDeviceNotice = () => {
  const failure = shallowRef<'denied' | 'unable' | null>(null);
  const show = async (title: string, body: string): Promise<void> => {
    failure.value = null;
    if (!('Notification' in globalThis)) {
      failure.value = 'unable';
      return;
    }
    if ((await Notification.requestPermission()) !== 'granted') {
      failure.value = 'denied';
      return;
    }
    try {
      new Notification(title, { body, tag: 'vygoda' });
    } catch {
      // Some telephones show notifications of installed pages only.
      failure.value = 'unable';
    }
  };
  return { show, failure };
};
