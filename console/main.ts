import { Console } from './console.js';
import { language, speak } from './language.js';

speak(language());
new Console().start();
