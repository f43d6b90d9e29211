export function findSystemChromium(): string | undefined;
export function findPlaywrightChromium(): Promise<string | undefined>;
