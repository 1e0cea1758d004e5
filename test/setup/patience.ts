/** A test against the real database and engine ends when it is stuck, not when the machine is busy: how long something takes is measured by `npm run bench`. */
jest.setTimeout(30_000);
