import { meetNamed } from '../../testing/meet.ts'

meetNamed({ area: 'konkursvarsel', half: 'second' })
