import type { Settings } from "./settings";

/** The settings as options of the command's verbs that check. */
export function options(settings: Settings): string[] {
  const { language, level, profile, regime, registries, select, ignore } = settings;
  return [
    ["--lang", language],
    ["--level", level],
    profile === undefined ? [] : ["--profile", profile],
    regime === undefined ? [] : ["--regime", regime],
    registries.flatMap((file) => ["--registry", file]),
    select.length === 0 ? [] : ["--select", select.join(",")],
    ignore.length === 0 ? [] : ["--ignore", ignore.join(",")],
  ].flat();
}
