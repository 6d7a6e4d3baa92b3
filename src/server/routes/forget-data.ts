import type { Route, Service } from './route.ts';

/** DELETE /data: forgets everything uploaded and everything made of it. */
export const forgetData =
  ({ data, processing }: Service): Route =>
  async (request) => {
    await processing.cancel();
    await data.clear();
    return request.body(null, 204);
  };
