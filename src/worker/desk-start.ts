/** The first message to the desk's worker: where it is asked, and where reading workers start from. */
export interface DeskStart {
  readonly port: MessagePort;
  readonly scanScript: string;
}
