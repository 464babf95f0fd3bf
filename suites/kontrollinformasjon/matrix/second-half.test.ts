import { meetNamed } from '../../testing/meet.ts'

meetNamed({ area: 'kontrollinformasjon', half: 'second' })
