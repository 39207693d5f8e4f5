export declare function buildBuiltInPython(folder: string, minify: boolean): Promise<void>;
