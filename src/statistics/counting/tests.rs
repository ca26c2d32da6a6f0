//! Counting
