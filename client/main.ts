/** Starts the client: styles, theme, the address, the app element. Everything of a story is loaded when one is opened. */
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/ground.css'
import './ui/controls.css'
import './ui/top-bar.css'
import './ui/pull-down.css'
import './ui/dialog.css'
import './pages/galley-app.ts'
import { beginRouting } from './router.ts'
import { registerWorker } from './sync/register-worker.ts'
import { beginTheme } from './ui/theme.ts'

beginTheme()
beginRouting()
addEventListener('load', () => void registerWorker())
