//! Any bytes as what somebody may push under a case: read or refused, never a panic; what is read is written again as it was.
#![no_main]

use klacht::sealing::read_as_any;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| assert!(read_as_any(bytes)));
