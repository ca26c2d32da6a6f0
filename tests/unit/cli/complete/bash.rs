use super::*;

fn put(words: &[&str], at: usize) -> (Vec<String>, usize) {
    let args: Vec<OsString> = words.iter().map(OsString::from).collect();
    let (words, cut) = rejoined(&args, at);
    (words.into_iter().map(|word| word.into_string().unwrap()).collect(), cut)
}

#[test]
fn what_bash_cut_is_put_together() {
    assert_eq!(put(&["klacht", "check", "--format", "=", "js"], 4).0, ["klacht", "check", "--format=js"]);
    assert_eq!(put(&["klacht", "check", "--format", "=", "js"], 4).1, "--format=".len());
    assert_eq!(put(&["klacht", "check", "--format", "="], 3).1, "--format=".len());
    let party = put(&["klacht", "new", "--party", "klant", ":", "comp"], 5);
    assert_eq!(party, (["klacht", "new", "--party", "klant:comp"].map(str::to_owned).to_vec(), "klant:".len()));
    assert_eq!(put(&["klacht", "list", "--state", ""], 3).0, ["klacht", "list", "--state", ""]);
    assert_eq!(put(&["klacht", "step", "K26", "later"], 2).0, ["klacht", "step", "K26"]);
}
