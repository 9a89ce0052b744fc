// The served page begins here.

import { use } from "./carrier";
import { run } from "./run";
import { served } from "./served";

use(served);
run();
