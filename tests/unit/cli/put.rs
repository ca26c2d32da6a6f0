use super::*;

#[test]
fn the_whole_file_or_the_old_one() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("agenda.ics");
    put(&path, b"een").unwrap();
    put(&path, b"twee").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"twee");
    assert_eq!(put_new(&path, b"drie").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    assert!(put(&dir.path().join("nergens/a"), b"").is_err());
    // Of another that was killed.
    drop(atomic_file::shared(dir.path()).unwrap().keep().unwrap());
    put(&path, b"vier").unwrap();
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let (path, link) = (dir.path().join("echt"), dir.path().join("link"));
    fs::write(&path, "een").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink(&path, &link).unwrap();
    put(&link, b"twee").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&path).unwrap(), b"twee");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    // A device is written to, not replaced.
    put(Path::new("/dev/null"), b"x").unwrap();
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}
