import { heavyRows } from '../../../contracts/kfr-register/heavy-rows.ts'
import { meetNamed } from '../../testing/meet.ts'

meetNamed({ area: 'kfr-register', half: 'second', except: heavyRows })
