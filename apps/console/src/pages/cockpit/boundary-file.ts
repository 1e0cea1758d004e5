let asked: Promise<unknown> | undefined;

/** Boundaries that the operator has put in, once for the window; `undefined` where there are none. */
export function boundaryFile(): Promise<unknown> {
  asked ??= load();
  return asked;
}

async function load(): Promise<unknown> {
  try {
    const response = await fetch('/geo/boundaries.geojson', {
      headers: { accept: 'application/geo+json, application/json' },
    });
    return response.ok && (response.headers.get('content-type') ?? '').includes('json')
      ? ((await response.json()) as unknown)
      : undefined;
  } catch {
    asked = undefined;
    return undefined;
  }
}
