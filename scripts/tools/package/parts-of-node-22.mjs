// The parts of ECMAScript that the program uses and Node 20 does not have.
import 'core-js/stable/array/from-async.js';
import 'core-js/stable/iterator/find.js';
import 'core-js/stable/map/group-by.js';
import 'core-js/stable/promise/with-resolvers.js';
import 'core-js/stable/set/difference.js';
import 'core-js/stable/set/intersection.js';
