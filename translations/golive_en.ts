<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>golive::CreationWords</name>
    <message numerus="yes">
        <source>Enter your own credentials for %n sign-in provider(s).</source>
        <translation>
            <numerusform>Enter your own credentials for %n sign-in provider.</numerusform>
            <numerusform>Enter your own credentials for %n sign-in providers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n DNS record(s) where your domain’s DNS is kept.</source>
        <translation>
            <numerusform>Add %n DNS record where your domain’s DNS is kept.</numerusform>
            <numerusform>Add %n DNS records where your domain’s DNS is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>golive::DnsHeadline</name>
    <message numerus="yes">
        <source>%n need correcting.</source>
        <translation>
            <numerusform>%n needs correcting.</numerusform>
            <numerusform>%n need correcting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are still spreading.</source>
        <translation>
            <numerusform>%n is still spreading.</numerusform>
            <numerusform>%n are still spreading.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for you to add %n more.</source>
        <translation>
            <numerusform>Waiting for you to add %n more.</numerusform>
            <numerusform>Waiting for you to add %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for you to add %n records.</source>
        <translation>
            <numerusform>Waiting for you to add %n record.</numerusform>
            <numerusform>Waiting for you to add %n records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>golive::DnsPhrases</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>golive::DnsPicture</name>
    <message numerus="yes">
        <source>Clerk asks for %n more records since %1.</source>
        <translation>
            <numerusform>Clerk asks for %n more record since %1.</numerusform>
            <numerusform>Clerk asks for %n more records since %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clerk also lists %n records for names that are not within %2. The first is %1.</source>
        <translation>
            <numerusform>Clerk also lists %n record for a name that is not within %2: %1.</numerusform>
            <numerusform>Clerk also lists %n records for names that are not within %2. The first is %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>golive::ErrorText</name>
    <message numerus="yes">
        <source>Wait %n seconds, then try again.</source>
        <translation>
            <numerusform>Wait %n second, then try again.</numerusform>
            <numerusform>Wait %n seconds, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wait about %n minutes, then try again.</source>
        <translation>
            <numerusform>Wait about %n minute, then try again.</numerusform>
            <numerusform>Wait about %n minutes, then try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>golive::ProviderWords</name>
    <message numerus="yes">
        <source>This secret works for %n more days. Make a new one at %1 in time.</source>
        <translation>
            <numerusform>This secret works for %n more day. Make a new one at %1 in time.</numerusform>
            <numerusform>This secret works for %n more days. Make a new one at %1 in time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>golive::SecretField</name>
    <message numerus="yes">
        <source>Show for %n second(s)</source>
        <translation>
            <numerusform>Show for %n second</numerusform>
            <numerusform>Show for %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whoever watches, or watches a recording later, can read and copy it. It hides itself after %n second(s).</source>
        <translation>
            <numerusform>Whoever watches, or watches a recording later, can read and copy it. It hides itself after %n second.</numerusform>
            <numerusform>Whoever watches, or watches a recording later, can read and copy it. It hides itself after %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>golive::SettingsWords</name>
    <message numerus="yes">
        <source>Settings: %n</source>
        <translation>
            <numerusform>Settings: %n</numerusform>
            <numerusform>Settings: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passwords of at least %n characters</source>
        <translation>
            <numerusform>Passwords of at least %n character</numerusform>
            <numerusform>Passwords of at least %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accounts are locked after %n failed attempts</source>
        <translation>
            <numerusform>Accounts are locked after %n failed attempt</numerusform>
            <numerusform>Accounts are locked after %n failed attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n members each</source>
        <translation>
            <numerusform>At most %n member each</numerusform>
            <numerusform>At most %n members each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>golive::SwitchWords</name>
    <message numerus="yes">
        <source>Golive read %1 and %n script(s) of it.</source>
        <translation>
            <numerusform>Golive read %1 and %n script of it.</numerusform>
            <numerusform>Golive read %1 and %n scripts of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) could not be read.</source>
        <translation>
            <numerusform>%n script could not be read.</numerusform>
            <numerusform>%n scripts could not be read.</numerusform>
        </translation>
    </message>
</context>
</TS>
