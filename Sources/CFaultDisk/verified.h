#ifndef VERIFIED_H
#define VERIFIED_H

/* From now on signatures that this thread makes or finds valid are remembered, until the end; nothing from before is. */
void verified_begin(void);
void verified_end(void);

#endif
