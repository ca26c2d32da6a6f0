mod references;
mod tables;
