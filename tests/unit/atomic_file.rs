use std::io::Write;

use super::*;

fn count(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[test]
fn what_a_killed_program_left_goes_and_what_is_being_written_stays() {
    let dir = tempfile::tempdir().unwrap();
    let (mut live, killed) = (shared(dir.path()).unwrap(), file(dir.path()).unwrap());
    // As after a kill: the file is there, and nobody has it open.
    drop(killed.keep().unwrap());
    fs::write(dir.path().join("van mij.tmp"), "x").unwrap();
    fs::write(dir.path().join(".klacht-van-mij"), "x").unwrap();
    let other = folder(dir.path()).unwrap();
    assert_eq!(count(dir.path()), 5);
    sweep_files(dir.path());
    assert_eq!(count(dir.path()), 4);
    assert!(live.path().exists() && other.path().exists());
    sweep(dir.path());
    assert!(live.path().exists() && !other.path().exists());
    live.write_all(b"heel").unwrap();
    live.persist(dir.path().join("doel")).unwrap();
    assert_eq!(fs::read(dir.path().join("doel")).unwrap(), b"heel");
    assert_eq!(count(dir.path()), 3);
}

#[cfg(unix)]
#[test]
fn a_link_with_such_a_name_is_not_followed() {
    let dir = tempfile::tempdir().unwrap();
    let (target, link) = (dir.path().join("echt"), dir.path().join(".klacht-x.tmp"));
    fs::write(&target, "x").unwrap();
    std::os::unix::fs::symlink(&target, &link).unwrap();
    sweep(dir.path());
    sweep_files(dir.path());
    assert!(target.exists() && fs::symlink_metadata(&link).is_ok());
}

#[test]
fn several_that_write_and_sweep_at_once_lose_nothing() {
    const WRITERS: usize = 4;
    const FILES: usize = 200;
    let dir = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let folder = dir.path();
            scope.spawn(move || {
                for number in 0..FILES {
                    sweep_files(folder);
                    let file = shared(folder).unwrap();
                    file.persist(folder.join(format!("{writer}-{number}"))).unwrap();
                }
            });
        }
    });
    assert_eq!(count(dir.path()), WRITERS * FILES);
}
