extern int golive_test_is_no_libsecret;
int golive_test_is_no_libsecret = 1;
