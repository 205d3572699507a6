// The package carries the licence of the project.
import { copyFileSync } from "node:fs";

copyFileSync(new URL("../../LICENSE-MIT", import.meta.url), new URL("LICENSE.txt", import.meta.url));
