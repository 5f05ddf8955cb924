<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>golive::AdviceWords</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a setting&apos;s name and its value: &quot;Bot protection: off&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No protection against bots</source>
        <translation>Kein Schutz vor Bots</translation>
    </message>
    <message>
        <source>Test mode is on</source>
        <translation>Der Testmodus ist eingeschaltet</translation>
    </message>
    <message>
        <source>Accounts are hardly ever locked</source>
        <translation>Konten werden kaum je gesperrt</translation>
    </message>
    <message>
        <source>Sessions last very long</source>
        <translation>Sitzungen dauern sehr lange</translation>
    </message>
    <message>
        <source>One mailbox can sign up many times</source>
        <translation>Ein Postfach kann sich viele Male registrieren</translation>
    </message>
    <message>
        <source>Nobody agrees to your terms</source>
        <translation>Niemand stimmt Ihren Bedingungen zu</translation>
    </message>
    <message>
        <source>Sign-up forms on the internet are found by programs within days. Switch bot protection on.</source>
        <translation>Programme finden Registrierungsformulare im Internet binnen Tagen. Schalten Sie den Schutz vor Bots ein.</translation>
    </message>
    <message>
        <source>With it anybody can sign in with made-up addresses and a well-known code. Switch it off before real people come.</source>
        <translation>Damit kann sich jeder mit erfundenen Adressen und einem allgemein bekannten Code anmelden. Schalten Sie ihn aus, bevor echte Menschen kommen.</translation>
    </message>
    <message>
        <source>Somebody who tries passwords is not stopped, or very late. Clerk’s own setting is to lock after 100 attempts.</source>
        <translation>Wer Passwörter durchprobiert, wird nicht oder erst sehr spät aufgehalten. Clerk selbst sperrt nach 100 Versuchen.</translation>
    </message>
    <message>
        <source>Whoever finds a forgotten computer is still signed in. A good value: %1.</source>
        <translation>Wer einen vergessenen Rechner findet, ist dort noch angemeldet. Ein guter Wert: %1.</translation>
    </message>
    <message>
        <source>Addresses with a plus sign, such as name+2@example.com, all lead to one mailbox. Block them if free trials or votes matter to you.</source>
        <translation>Adressen mit einem Pluszeichen wie name+2@example.com führen alle in ein Postfach. Sperren Sie sie, wenn es bei Ihnen auf Probezugänge oder Abstimmungen ankommt.</translation>
    </message>
    <message>
        <source>If your terms or privacy policy have to be agreed to, let people do so as they sign up.</source>
        <translation>Wenn Ihren Bedingungen oder Ihrer Datenschutzerklärung zugestimmt werden muss, lassen Sie das bei der Registrierung geschehen.</translation>
    </message>
</context>
<context>
    <name>golive::ApplicationListModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is an application&apos;s name, %2 how it stands: &quot;Shop, No production yet&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>golive::ApplicationPage</name>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>Choose &amp;another application</source>
        <translation>&amp;Andere Anwendung wählen</translation>
    </message>
    <message>
        <source>Choose the application</source>
        <translation>Anwendung wählen</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Which application is to go to production?</source>
        <translation>Welche Anwendung soll in Produktion gehen?</translation>
    </message>
    <message>
        <source>The list shows every application of your workspace.

“No production yet” means that there is only a development instance. “In progress” means that a production instance exists and something is still missing, such as DNS records. “Live” means that Clerk reports everything as complete.

Opening an application changes nothing in Clerk. If it has a production instance already, Golive continues where it stands.</source>
        <translation>Die Liste zeigt alle Anwendungen Ihres Workspace.

„Noch keine Produktion“ heißt, dass es nur eine Entwicklungsinstanz gibt. „In Arbeit“ heißt, dass eine Produktionsinstanz besteht und noch etwas fehlt, zum Beispiel DNS-Einträge. „Live“ heißt, dass Clerk alles als vollständig meldet.

Eine Anwendung zu öffnen ändert in Clerk nichts. Hat sie schon eine Produktionsinstanz, macht Golive dort weiter, wo sie steht.</translation>
    </message>
    <message>
        <source>Name or id</source>
        <translation>Name oder ID</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>This application is being deployed</source>
        <translation>Diese Anwendung wird gerade in Produktion gebracht</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Its production instance exists, so this step can only be looked at. You can leave this deployment as it is and turn to another application; nothing is lost.</source>
        <translation>Ihre Produktionsinstanz besteht, deshalb lässt sich dieser Schritt nur noch ansehen. Sie können dieses Deployment so lassen, wie es ist, und sich einer anderen Anwendung zuwenden; es geht nichts verloren.</translation>
    </message>
    <message>
        <source>Reading what Clerk knows about this application…</source>
        <translation>Golive liest, was Clerk über diese Anwendung weiß …</translation>
    </message>
    <message>
        <source>Reading your applications…</source>
        <translation>Ihre Anwendungen werden gelesen …</translation>
    </message>
    <message>
        <source>&amp;Compare settings</source>
        <translation>Einstellungen ver&amp;gleichen</translation>
    </message>
    <message>
        <source>Opens the application and shows how its two instances differ</source>
        <translation>Öffnet die Anwendung und zeigt, worin sich ihre beiden Instanzen unterscheiden</translation>
    </message>
</context>
<context>
    <name>golive::ApplicationWords</name>
    <message>
        <source>No production yet</source>
        <translation>Noch keine Produktion</translation>
    </message>
    <message>
        <source>Has a production instance</source>
        <translation>Hat eine Produktionsinstanz</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>No development instance</source>
        <translation>Keine Entwicklungsinstanz</translation>
    </message>
    <message>
        <source>Begun on this computer</source>
        <translation>Auf diesem Computer begonnen</translation>
    </message>
    <message>
        <source>Begun on this computer for %1</source>
        <translation>Auf diesem Computer begonnen für %1</translation>
    </message>
    <message>
        <source>Applications: %1</source>
        <translation>Anwendungen: %1</translation>
    </message>
    <message>
        <source>Applications: %1 of %2</source>
        <translation>Anwendungen: %1 von %2</translation>
    </message>
    <message>
        <source>This workspace has no application yet. Create one in Clerk’s Dashboard, then choose “Reload”. If you expected one here, the key belongs to another workspace: go back and use another key.</source>
        <translation>Dieser Workspace hat noch keine Anwendung. Legen Sie eine in Clerks Dashboard an und wählen Sie dann „Neu laden“. Falls Sie hier eine erwartet haben, gehört der Schlüssel zu einem anderen Workspace: Gehen Sie zurück und verwenden Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>No application has “%1” in its name or id.</source>
        <translation>Keine Anwendung hat „%1“ im Namen oder in der ID.</translation>
    </message>
    <message>
        <source>No development instance, so nothing to copy: production will begin with Clerk’s defaults.</source>
        <translation>Keine Entwicklungsinstanz, also nichts zu kopieren: Die Produktion beginnt mit Clerks Vorgaben.</translation>
    </message>
    <message>
        <source>Has a production instance already: Golive continues where it stands.</source>
        <translation>Hat schon eine Produktionsinstanz: Golive macht dort weiter, wo sie steht.</translation>
    </message>
    <message>
        <source>Live already: Golive shows how it stands and creates nothing.</source>
        <translation>Schon live: Golive zeigt, wie sie steht, und legt nichts an.</translation>
    </message>
    <message>
        <source>Choose the application that is to go to production.</source>
        <translation>Wählen Sie die Anwendung, die in Produktion gehen soll.</translation>
    </message>
    <message>
        <source>The application of the earlier deployment is not in this workspace. It may have been deleted, or the key belongs to another workspace. Choose an application, or go back and use another key.</source>
        <translation>Die Anwendung des früheren Deployments ist nicht in diesem Workspace. Vielleicht wurde sie gelöscht, oder der Schlüssel gehört zu einem anderen Workspace. Wählen Sie eine Anwendung, oder gehen Sie zurück und verwenden Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>Not everything about this application could be read.</source>
        <translation>Nicht alles über diese Anwendung konnte gelesen werden.</translation>
    </message>
    <message>
        <source>You can go on, but some steps may show less.</source>
        <translation>Sie können weitermachen, aber einige Schritte zeigen vielleicht weniger.</translation>
    </message>
</context>
<context>
    <name>golive::Assistant</name>
    <message>
        <source>Clerk is creating the production instance right now. If you close, Golive cannot keep its secret key; you can continue later, and Golive will look at what Clerk has.</source>
        <translation>Clerk legt gerade die Produktionsinstanz an. Wenn Sie jetzt schließen, kann Golive deren Secret Key nicht aufbewahren. Sie können später weitermachen; Golive sieht dann nach, was Clerk hat.</translation>
    </message>
    <message>
        <source>The production secret key is only in this program’s memory. If you close now it is gone from this computer, and you have to look it up in Clerk’s Dashboard.</source>
        <translation>Der Secret Key der Produktion ist nur im Speicher dieses Programms. Wenn Sie jetzt schließen, ist er von diesem Computer verschwunden, und Sie müssen ihn in Clerks Dashboard nachsehen.</translation>
    </message>
    <message>
        <source>Your choices could not be written to disk (%1). If you close now they are forgotten; what Clerk has stays.</source>
        <translation>Ihre Auswahl konnte nicht auf die Festplatte geschrieben werden (%1). Wenn Sie jetzt schließen, ist sie vergessen; was Clerk hat, bleibt.</translation>
    </message>
    <message>
        <source>What you typed in the step “Sign-in providers” is not saved yet. If you close now it is forgotten.</source>
        <translation>Was Sie im Schritt „Anmeldeanbieter“ eingegeben haben, ist noch nicht gespeichert. Wenn Sie jetzt schließen, ist es vergessen.</translation>
    </message>
    <message>
        <source>Settings are being written to production right now. If you close, some of them may be in place and others not; the step “Compare settings” shows which.</source>
        <translation>Gerade werden Einstellungen in die Produktion geschrieben. Wenn Sie jetzt schließen, sind vielleicht manche davon übernommen und andere nicht; der Schritt „Abgleich“ zeigt, welche.</translation>
    </message>
</context>
<context>
    <name>golive::AssistantWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>%1 - Golive</source>
        <extracomment>window title: the step&apos;s title and the program&apos;s name</extracomment>
        <translation>%1 – Golive</translation>
    </message>
    <message>
        <source>There is nothing more to explain about this step.</source>
        <translation>Zu diesem Schritt gibt es nichts weiter zu erklären.</translation>
    </message>
    <message>
        <source>Close Golive now?</source>
        <translation>Golive jetzt schließen?</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Bleiben</translation>
    </message>
    <message>
        <source>&amp;Close Golive</source>
        <translation>Golive &amp;schließen</translation>
    </message>
    <message>
        <source>About Golive</source>
        <translation>Über Golive</translation>
    </message>
    <message>
        <source>Takes a Clerk application from development to production.

Free software under the MIT licence. Golive is not made by Clerk.</source>
        <translation>Bringt eine Clerk-Anwendung von der Entwicklung in die Produktion.

Freie Software unter der MIT-Lizenz. Golive stammt nicht von Clerk.</translation>
    </message>
    <message>
        <source>Golive has stopped you from signing out.</source>
        <translation>Golive hat Ihre Abmeldung angehalten.</translation>
    </message>
    <message>
        <source>Settle this first, or close Golive. Then sign out or shut down once more.</source>
        <translation>Erledigen Sie das zuerst, oder schließen Sie Golive. Melden Sie sich danach noch einmal ab, oder fahren Sie den Computer noch einmal herunter.</translation>
    </message>
</context>
<context>
    <name>golive::ButtonRow</name>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>golive::CarryRows</name>
    <message>
        <source>Somebody changed production meanwhile, so nothing more was written.</source>
        <translation>Jemand hat die Produktion inzwischen geändert, deshalb wurde nichts weiter geschrieben.</translation>
    </message>
    <message>
        <source>Clerk does not take this value in production.</source>
        <translation>Clerk nimmt diesen Wert in der Produktion nicht an.</translation>
    </message>
    <message>
        <source>Clerk does not take this value in production. Its words: “%1”</source>
        <translation>Clerk nimmt diesen Wert in der Produktion nicht an. Im Wortlaut: „%1“</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Production now</source>
        <translation>Produktion jetzt</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Clerk’s answer</source>
        <translation>Antwort von Clerk</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Clerk does not take these</source>
        <translation>Diese nimmt Clerk nicht an</translation>
    </message>
    <message>
        <source>will change</source>
        <translation>wird geändert</translation>
    </message>
    <message>
        <source>Clerk takes these</source>
        <translation>Diese nimmt Clerk an</translation>
    </message>
    <message>
        <source>changes, too</source>
        <translation>ändert sich mit</translation>
    </message>
    <message>
        <source>Clerk fills in a default of its own. Golive notices and sets it back if it was the same in both before.</source>
        <translation>Clerk trägt hier einen eigenen Standardwert ein. Golive bemerkt das und stellt ihn zurück, wenn er vorher in beiden gleich war.</translation>
    </message>
    <message>
        <source>Clerk changes these by itself</source>
        <translation>Diese ändert Clerk von selbst</translation>
    </message>
    <message>
        <source>will be added</source>
        <translation>wird hinzugefügt</translation>
    </message>
    <message>
        <source>Golive adds these one by one; Clerk has no preview for them</source>
        <translation>Diese fügt Golive einzeln hinzu; Clerk bietet dafür keine Vorschau</translation>
    </message>
    <message>
        <source>in place</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>not in place</source>
        <translation>nicht übernommen</translation>
    </message>
    <message>
        <source>not certain</source>
        <translation>nicht sicher</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>was there</source>
        <translation>war schon da</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>needs its own key</source>
        <translation>braucht eigenen Schlüssel</translation>
    </message>
    <message>
        <source>not added</source>
        <translation>nicht hinzugefügt</translation>
    </message>
    <message>
        <source>In production now</source>
        <translation>Jetzt in der Produktion</translation>
    </message>
    <message>
        <source>Not carried over</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>You did not tick it. Clerk or a colleague changed it meanwhile.</source>
        <translation>Sie haben es nicht angekreuzt. Clerk oder jemand aus Ihrem Team hat es inzwischen geändert.</translation>
    </message>
    <message>
        <source>Also different from before</source>
        <translation>Außerdem anders als vorher</translation>
    </message>
    <message>
        <source>Production could not be looked at afterwards. The list says what Clerk confirmed and what is not certain. Compare again before you try once more; Golive sends nothing twice.</source>
        <translation>Die Produktion konnte danach nicht angesehen werden. Die Liste sagt, was Clerk bestätigt hat und was nicht sicher ist. Vergleichen Sie erneut, bevor Sie es noch einmal versuchen; Golive sendet nichts zweimal.</translation>
    </message>
    <message>
        <source>It stopped in between. The list says what is in production now, from looking again. Compare again to carry over the rest.</source>
        <translation>Es brach zwischendurch ab. Die Liste sagt nach erneutem Ansehen, was jetzt in der Produktion ist. Vergleichen Sie erneut, um den Rest zu übernehmen.</translation>
    </message>
    <message>
        <source>Everything you ticked is in production now (%1). Golive looked again to make sure.</source>
        <translation>Alles Angekreuzte ist jetzt in der Produktion (%1). Golive hat zur Sicherheit noch einmal nachgesehen.</translation>
    </message>
    <message>
        <source>In production now: %1. Not carried over: %2; the list says why.</source>
        <translation>Jetzt in der Produktion: %1. Nicht übernommen: %2; die Liste sagt, warum.</translation>
    </message>
    <message>
        <source>Clerk had filled in defaults of its own, so Golive made a second pass and set them right.</source>
        <translation>Clerk hatte eigene Standardwerte eingetragen; Golive hat sie in einem zweiten Durchgang richtiggestellt.</translation>
    </message>
</context>
<context>
    <name>golive::CertificateWords</name>
    <message>
        <source>The certificate rules (CAA) of %1 allow nobody to issue certificates.</source>
        <translation>Die Zertifikatsregeln (CAA) von %1 erlauben niemandem, Zertifikate auszustellen.</translation>
    </message>
    <message>
        <source>The certificate rules (CAA) of %1 only allow %2, which Clerk does not use.</source>
        <translation>Die Zertifikatsregeln (CAA) von %1 erlauben nur %2; das benutzt Clerk nicht.</translation>
    </message>
    <message>
        <source>Add two CAA records with the name %1: %2 and %3. Keep those that are there.</source>
        <translation>Legen Sie zwei CAA-Einträge mit dem Namen %1 an: %2 und %3. Behalten Sie die vorhandenen.</translation>
    </message>
    <message>
        <source>The certificate rules (CAA) of %1 leave out %2. Certificates work now, and may fail at a renewal.</source>
        <translation>In den Zertifikatsregeln (CAA) von %1 fehlt %2. Zertifikate gibt es jetzt, bei einer Erneuerung vielleicht nicht mehr.</translation>
    </message>
    <message>
        <source>Add one more CAA record with the name %1: %2.</source>
        <translation>Legen Sie noch einen CAA-Eintrag mit dem Namen %1 an: %2.</translation>
    </message>
    <message>
        <source>A certificate rule (CAA) of %1 is limited to one method or account: %2.</source>
        <translation>Eine Zertifikatsregel (CAA) von %1 gilt nur für ein Verfahren oder ein Konto: %2.</translation>
    </message>
    <message>
        <source>Edit that CAA record with the name %1 so that only the issuer remains, without what follows its semicolon.</source>
        <translation>Ändern Sie diesen CAA-Eintrag mit dem Namen %1 so, dass nur der Aussteller bleibt, ohne das, was hinter dem Semikolon steht.</translation>
    </message>
    <message>
        <source>A certificate rule (CAA) of %1 is marked critical and not known to issuers (%2), so all of them refuse.</source>
        <translation>Eine Zertifikatsregel (CAA) von %1 ist als kritisch markiert und den Ausstellern unbekannt (%2), deshalb lehnen alle ab.</translation>
    </message>
    <message>
        <source>Delete that CAA record with the name %1.</source>
        <translation>Löschen Sie diesen CAA-Eintrag mit dem Namen %1.</translation>
    </message>
    <message>
        <source>The name servers of %1 cannot answer questions for certificate rules (CAA), and issuers refuse then.</source>
        <translation>Die Nameserver von %1 können Fragen nach Zertifikatsregeln (CAA) nicht beantworten, und dann lehnen Aussteller ab.</translation>
    </message>
    <message>
        <source>The name server %1 cannot answer questions for certificate rules (CAA), and issuers refuse then.</source>
        <translation>Der Nameserver %1 kann Fragen nach Zertifikatsregeln (CAA) nicht beantworten, und dann lehnen Aussteller ab.</translation>
    </message>
    <message>
        <source>Report that to %1: questions of type CAA must be answered, if only with “there is none”.</source>
        <translation>Melden Sie das: %1. Fragen vom Typ CAA müssen beantwortet werden, und sei es mit „gibt es nicht“.</translation>
    </message>
    <message>
        <source>The certificate rules (CAA) for %1 come from %2, where the record points.</source>
        <translation>Die Zertifikatsregeln (CAA) für %1 kommen von %2, wohin der Eintrag zeigt.</translation>
    </message>
    <message>
        <source>Nothing to do: these are Clerk’s own.</source>
        <translation>Nichts zu tun: Das sind Clerks eigene.</translation>
    </message>
    <message>
        <source>Clerk has been waiting for the certificate of %1 for a while.</source>
        <translation>Clerk wartet seit einer Weile auf das Zertifikat von %1.</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <extracomment>%1 are Clerk&apos;s own words, in English</extracomment>
        <translation>Es meldet: %1</translation>
    </message>
    <message>
        <source>Make sure that no proxy (orange cloud) is on for the record. If nothing else is wrong here, ask Clerk’s support.</source>
        <translation>Stellen Sie sicher, dass für den Eintrag kein Proxy (orange Wolke) an ist. Ist sonst hier nichts falsch, fragen Sie Clerks Support.</translation>
    </message>
    <message>
        <source>Another Clerk application uses %1 already.</source>
        <translation>Eine andere Clerk-Anwendung benutzt %1 schon.</translation>
    </message>
    <message>
        <source>Remove the domain from that application in Clerk’s dashboard, or use another domain here.</source>
        <translation>Entfernen Sie die Domain in Clerks Dashboard aus jener Anwendung, oder verwenden Sie hier eine andere Domain.</translation>
    </message>
    <message>
        <source>Open Clerk’s dashboard</source>
        <translation>Clerks Dashboard öffnen</translation>
    </message>
</context>
<context>
    <name>golive::CheckOptions</name>
    <message>
        <source>--record is like clerk=frontend-api.clerk.services, not “%1”.</source>
        <translation>--record sieht aus wie clerk=frontend-api.clerk.services, nicht wie „%1“.</translation>
    </message>
    <message>
        <source>--record “%1”: what stands before the = is no host name.</source>
        <translation>--record „%1“: Vor dem = steht kein Hostname.</translation>
    </message>
    <message>
        <source>--record “%1”: what stands after the = is no host name.</source>
        <translation>--record „%1“: Hinter dem = steht kein Hostname.</translation>
    </message>
    <message>
        <source>--record “%1”: this host is not one of %2.</source>
        <translation>--record „%1“: Dieser Host gehört nicht zu %2.</translation>
    </message>
    <message>
        <source>--record “%1”: the name is too long.</source>
        <translation>--record „%1“: Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>--record “%1” was given twice.</source>
        <translation>--record „%1“ wurde zweimal angegeben.</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Zeigt diese Hilfe.</translation>
    </message>
    <message>
        <source>Checks this record instead of those Clerk usually asks for. HOST may leave out the domain; * in TARGET stands for a part that may be anything. Can be given many times.</source>
        <translation>Prüft diesen Eintrag statt der bei Clerk üblichen. HOST kommt auch ohne die Domain aus; * in TARGET steht für einen beliebigen Teil. Darf mehrfach vorkommen.</translation>
    </message>
    <message>
        <source>Asks this resolver instead of the built-in ones. Can be given many times.</source>
        <translation>Fragt diesen Resolver statt der eingebauten. Darf mehrfach vorkommen.</translation>
    </message>
    <message>
        <source>Answers in JSON, one object a line.</source>
        <translation>Antwortet in JSON, ein Objekt je Zeile.</translation>
    </message>
    <message>
        <source>Keeps looking until all records are right, so many seconds at most.</source>
        <translation>Sieht nach, bis alle Einträge stimmen, höchstens so viele Sekunden lang.</translation>
    </message>
    <message>
        <source>Checks every domain in this file, one a line; - reads standard input.</source>
        <translation>Prüft jede Domain in dieser Datei, eine je Zeile; - liest die Standardeingabe.</translation>
    </message>
    <message>
        <source>Where the zones’ own servers answer, on a test network. Nobody else is asked then but they and the resolvers.</source>
        <translation>Wo die Server der Zonen in einem Testnetz antworten. Gefragt werden dann nur sie und die Resolver.</translation>
    </message>
    <message>
        <source>Speaks this language, such as de, instead of the system’s.</source>
        <translation>Spricht diese Sprache, etwa de, statt der des Systems.</translation>
    </message>
    <message>
        <source>The domain to check.</source>
        <translation>Die Domain, die geprüft wird.</translation>
    </message>
    <message>
        <source>Checks the DNS records of a production domain and says what is wrong with them.
Ends with 0 when all records are right, with 1 when not, with 2 when it does not understand.</source>
        <translation>Prüft die DNS-Einträge einer Produktionsdomain und sagt, was daran nicht stimmt.
Endet mit 0, wenn alle Einträge stimmen, mit 1, wenn nicht, mit 2, wenn der Aufruf unverständlich ist.</translation>
    </message>
    <message>
        <source>--from needs the name of a file, or - for standard input.</source>
        <translation>--from braucht den Namen einer Datei oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>Either a domain or --from, not both: “%1”.</source>
        <translation>Entweder eine Domain oder --from, nicht beides: „%1“.</translation>
    </message>
    <message>
        <source>Which domain? For example: golive check example.com</source>
        <translation>Welche Domain? Zum Beispiel: golive check example.com</translation>
    </message>
    <message>
        <source>One domain at a time; --from takes a list of them. “%1” is one too many.</source>
        <translation>Nur eine Domain auf einmal; --from nimmt eine Liste. „%1“ ist eine zu viel.</translation>
    </message>
    <message>
        <source>--resolver is an IP address, with a port if it is not 53, not “%1”.</source>
        <translation>--resolver ist eine IP-Adresse, mit Port, falls es nicht 53 ist, nicht „%1“.</translation>
    </message>
    <message>
        <source>--authoritative-port is a number from 1 to %1, not “%2”.</source>
        <translation>--authoritative-port ist eine Zahl von 1 bis %1, nicht „%2“.</translation>
    </message>
    <message>
        <source>--wait is a number of seconds from 0 to %1, not “%2”.</source>
        <translation>--wait ist eine Zahl von Sekunden von 0 bis %1, nicht „%2“.</translation>
    </message>
    <message>
        <source>--wait is for one domain, not for a list.</source>
        <translation>--wait gilt für eine Domain, nicht für eine Liste.</translation>
    </message>
</context>
<context>
    <name>golive::CheckText</name>
    <message>
        <source>Not all records are right yet. Looking again and again for %1 at most.</source>
        <translation>Noch stimmen nicht alle Einträge. Golive sieht immer wieder nach, höchstens %1 lang.</translation>
    </message>
    <message>
        <source>%1: all records are right.</source>
        <translation>%1: Alle Einträge stimmen.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 records are right.</source>
        <translation>%1: %2 von %3 Einträgen stimmen.</translation>
    </message>
    <message>
        <source>The DNS of %1 is with %2.</source>
        <translation>Das DNS von %1 liegt bei %2.</translation>
    </message>
    <message>
        <source>The DNS of %1 is on %2.</source>
        <translation>Das DNS von %1 liegt auf %2.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Could not be checked.</source>
        <translation>Konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>* is a part that only Clerk knows: its Dashboard shows the whole value.</source>
        <translation>* ist ein Teil, den nur Clerk kennt: Das Dashboard zeigt den ganzen Wert.</translation>
    </message>
    <message>
        <source>%1 questions, %2 s</source>
        <extracomment>at the end of a report: how many questions servers were asked, and how long that took in seconds</extracomment>
        <translation>%1 Fragen, %2 s</translation>
    </message>
    <message>
        <source>Name: %1 · Type: CNAME · Value: %2</source>
        <translation>Name: %1 · Typ: CNAME · Wert: %2</translation>
    </message>
    <message>
        <source>%1: all records are right, but something else is not.</source>
        <translation>%1: Alle Einträge stimmen, aber etwas anderes nicht.</translation>
    </message>
    <message>
        <source>%1: the records cannot be checked.</source>
        <translation>%1: Die Einträge lassen sich nicht prüfen.</translation>
    </message>
</context>
<context>
    <name>golive::CodeCard</name>
    <message>
        <source>Code for your developer</source>
        <translation>Code für Ihre Entwickler</translation>
    </message>
    <message>
        <source>Written for your hosts and what the application is built with. All of it is in the document, too.</source>
        <translation>Geschrieben für Ihre Hosts und das, womit die Anwendung gebaut ist. Alles davon steht auch im Dokument.</translation>
    </message>
    <message>
        <source>Save as %1…</source>
        <translation>Als %1 speichern …</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>Speichern: %1</translation>
    </message>
</context>
<context>
    <name>golive::CodeWords</name>
    <message>
        <source>Check on the server who is signed in</source>
        <translation>Auf dem Server prüfen, wer angemeldet ist</translation>
    </message>
    <message>
        <source>Send the token to your backend</source>
        <translation>Das Token an Ihr Backend schicken</translation>
    </message>
    <message>
        <source>Accept the token in your backend, in any language</source>
        <translation>Das Token in Ihrem Backend annehmen, in beliebiger Sprache</translation>
    </message>
    <message>
        <source>Accept the token in your backend</source>
        <translation>Das Token in Ihrem Backend annehmen</translation>
    </message>
    <message>
        <source>Hand requests on to Clerk, with nginx</source>
        <translation>Anfragen an Clerk weiterreichen, mit nginx</translation>
    </message>
    <message>
        <source>Hand requests on to Clerk, with Express</source>
        <translation>Anfragen an Clerk weiterreichen, mit Express</translation>
    </message>
    <message>
        <source>Forward what Clerk needs of a request, with nginx</source>
        <translation>Weitergeben, was Clerk von einer Anfrage braucht, mit nginx</translation>
    </message>
    <message>
        <source>Content security policy</source>
        <translation>Content Security Policy</translation>
    </message>
    <message>
        <source>Content security policy, with nginx</source>
        <translation>Content Security Policy, mit nginx</translation>
    </message>
    <message>
        <source>Associated domain of the iOS app</source>
        <translation>Zugehörige Domain der iOS-App</translation>
    </message>
    <message>
        <source>It names the origins whose tokens your server accepts. Without that list, tokens made on another subdomain would pass.</source>
        <translation>Er nennt die Ursprünge, deren Token Ihr Server annimmt. Ohne diese Liste gälten auch Token von einer anderen Subdomain.</translation>
    </message>
    <message>
        <source>The session cookie does not reach another host, so every request carries a fresh token.</source>
        <translation>Das Sitzungs-Cookie erreicht keinen anderen Host, deshalb trägt jede Anfrage ein frisches Token.</translation>
    </message>
    <message>
        <source>It lets your website’s pages ask, and refuses tokens that were made elsewhere.</source>
        <translation>Er lässt die Seiten Ihrer Website anfragen und weist Token ab, die anderswo entstanden sind.</translation>
    </message>
    <message>
        <source>It has to be live before Clerk is told the proxy’s address. The secret key stays on the server.</source>
        <translation>Er muss laufen, bevor Clerk die Adresse des Proxys erfährt. Der geheime Schlüssel bleibt auf dem Server.</translation>
    </message>
    <message>
        <source>Only needed where nginx stands before your application. Without these headers Clerk takes visitors for signed out.</source>
        <translation>Nur nötig, wo nginx vor Ihrer Anwendung steht. Ohne diese Kopfzeilen hält Clerk Besucher für abgemeldet.</translation>
    </message>
    <message>
        <source>Only needed if your site sends such a policy. Add your own sources to it.</source>
        <translation>Nur nötig, wenn Ihre Website eine solche Richtlinie sendet. Fügen Sie Ihre eigenen Quellen hinzu.</translation>
    </message>
    <message>
        <source>Passkeys and password filling need it. Register the app in Clerk’s Dashboard, too.</source>
        <translation>Passkeys und das Ausfüllen von Passwörtern brauchen sie. Registrieren Sie die App auch im Dashboard von Clerk.</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>Production keys only work on %1 and its subdomains. On localhost, keep the development keys.</source>
        <translation>Produktionsschlüssel funktionieren nur auf %1 und den Subdomains davon. Behalten Sie auf localhost die Entwicklungsschlüssel.</translation>
    </message>
    <message>
        <source>Preview deployments on a hosting provider’s own name need the development keys, too.</source>
        <translation>Vorschauen unter dem Namen eines Hosting-Anbieters brauchen ebenfalls die Entwicklungsschlüssel.</translation>
    </message>
    <message>
        <source>Passkeys made on %1 work there and below, but not sideways from one subdomain to another.</source>
        <translation>Auf %1 angelegte Passkeys gelten dort und darunter, aber nicht seitwärts von einer Subdomain zur anderen.</translation>
    </message>
    <message>
        <source>Users of development are not carried over: everybody signs up anew.</source>
        <translation>Benutzer der Entwicklung werden nicht übernommen: Alle registrieren sich neu.</translation>
    </message>
    <message>
        <source>Changing the domain later changes the publishable key, the DNS records and every redirect URI, and signs everybody out.</source>
        <translation>Eine spätere Änderung der Domain ändert den öffentlichen Schlüssel, die DNS-Einträge und jede Weiterleitungs-URI und meldet alle ab.</translation>
    </message>
    <message>
        <source>Variables of %1</source>
        <translation>Variablen von %1</translation>
    </message>
    <message>
        <source>Variables of the other website</source>
        <translation>Variablen der anderen Website</translation>
    </message>
    <message>
        <source>Let people return to the other websites</source>
        <translation>Personen zu den anderen Websites zurückkehren lassen</translation>
    </message>
    <message>
        <source>All websites share one sign-in; people sign in on the main one.</source>
        <translation>Alle Websites teilen sich eine Anmeldung; angemeldet wird sich auf der Hauptwebsite.</translation>
    </message>
    <message>
        <source>Apps and extensions have no session cookie, so every request carries a fresh token.</source>
        <translation>Apps und Erweiterungen haben kein Sitzungs-Cookie, deshalb trägt jede Anfrage ein frisches Token.</translation>
    </message>
</context>
<context>
    <name>golive::ComparisonPage</name>
    <message>
        <source>Settings of both instances</source>
        <translation>Einstellungen beider Instanzen</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation>&amp;Alle ankreuzen</translation>
    </message>
    <message>
        <source>&amp;Untick all</source>
        <translation>&amp;Keine ankreuzen</translation>
    </message>
    <message>
        <source>&amp;Compare again</source>
        <translation>E&amp;rneut vergleichen</translation>
    </message>
    <message>
        <source>Bac&amp;k to the list</source>
        <translation>Zurück zur &amp;Liste</translation>
    </message>
    <message>
        <source>Pre&amp;view…</source>
        <translation>&amp;Vorschau …</translation>
    </message>
    <message>
        <source>Carry &amp;over to production</source>
        <translation>In die Produktion überneh&amp;men</translation>
    </message>
    <message>
        <source>Open in Clerk’s &amp;Dashboard</source>
        <translation>In &amp;Clerks Dashboard öffnen</translation>
    </message>
    <message>
        <source>Compare the settings</source>
        <translation>Einstellungen vergleichen</translation>
    </message>
    <message>
        <source>What development has and production lacks, and the other way round.</source>
        <translation>Was die Entwicklung hat und der Produktion fehlt, und umgekehrt.</translation>
    </message>
    <message>
        <source>Compare settings</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Clerk copies the settings of development once, when production is created, and leaves some behind. Later changes are made in each of the two, so they drift apart.

Tick what production is to get, look at the preview, then carry it over. Golive writes to production only, only what you ticked, and looks again afterwards. If somebody changed production in the meantime, nothing is written.

Secrets and credentials are not compared: each instance has its own. Doing it twice changes nothing.

The rule that saves trouble: change a setting in development first, try it, then carry it over here. This step can be opened at any time.</source>
        <translation>Clerk kopiert die Einstellungen der Entwicklung ein einziges Mal, wenn die Produktion angelegt wird, und lässt manche zurück. Spätere Änderungen geschehen in jeder der beiden für sich, und so laufen sie auseinander.

Kreuzen Sie an, was die Produktion bekommen soll, sehen Sie sich die Vorschau an, und übernehmen Sie es dann. Golive schreibt nur in die Produktion, nur das Angekreuzte, und sieht danach noch einmal nach. Hat inzwischen jemand die Produktion geändert, wird nichts geschrieben.

Geheimnisse und Zugangsdaten werden nicht verglichen: Jede Instanz hat ihre eigenen. Es zweimal zu tun, ändert nichts.

Die Regel, die Ärger erspart: Ändern Sie eine Einstellung zuerst in der Entwicklung, probieren Sie sie aus, und übernehmen Sie sie dann hier. Dieser Schritt lässt sich jederzeit öffnen.</translation>
    </message>
    <message>
        <source>Search name, explanation or value</source>
        <translation>Name, Erklärung oder Wert suchen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Die Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Development › Production</source>
        <extracomment>the arrow is the direction in which two instances are compared</extracomment>
        <translation>Entwicklung › Produktion</translation>
    </message>
    <message>
        <source>Production › Development</source>
        <translation>Produktion › Entwicklung</translation>
    </message>
    <message>
        <source>Which settings are shown</source>
        <translation>Welche Einstellungen gezeigt werden</translation>
    </message>
    <message>
        <source>Direction of reading</source>
        <translation>Leserichtung</translation>
    </message>
    <message>
        <source>In Clerk</source>
        <translation>Bei Clerk</translation>
    </message>
</context>
<context>
    <name>golive::ComparisonTable</name>
    <message>
        <source>JWT templates</source>
        <translation>JWT-Vorlagen</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Redirect URLs</source>
        <translation>Redirect-URLs</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>there</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
</context>
<context>
    <name>golive::ComparisonWords</name>
    <message>
        <source>This is what will change in production. Nothing was changed yet.</source>
        <translation>Das wird sich in der Produktion ändern. Noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Carrying over to production…</source>
        <translation>Wird in die Produktion übernommen …</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus geworden ist</translation>
    </message>
    <message>
        <source>Development and production are the same</source>
        <translation>Entwicklung und Produktion stimmen überein</translation>
    </message>
    <message>
        <source>Missing in development: %1</source>
        <translation>In der Entwicklung fehlen: %1</translation>
    </message>
    <message>
        <source>Missing in production: %1</source>
        <translation>In der Produktion fehlen: %1</translation>
    </message>
    <message>
        <source>%1 · Different: %2 · Same: %3</source>
        <translation>%1 · Verschieden: %2 · Gleich: %3</translation>
    </message>
    <message>
        <source>Clerk was asked and has only looked. Press “Carry over to production” to do it.</source>
        <translation>Clerk wurde gefragt und hat nur nachgesehen. Mit „In die Produktion übernehmen“ geschieht es.</translation>
    </message>
    <message>
        <source>Please leave Golive open. Afterwards it looks again to make sure.</source>
        <translation>Bitte lassen Sie Golive geöffnet. Danach sieht es zur Sicherheit noch einmal nach.</translation>
    </message>
    <message>
        <source>From looking at production again.</source>
        <translation>Nach erneutem Ansehen der Produktion.</translation>
    </message>
    <message>
        <source>Nothing has to be carried over. Credentials are not compared: each instance has its own.</source>
        <translation>Es ist nichts zu übernehmen. Zugangsdaten werden nicht verglichen: Jede Instanz hat ihre eigenen.</translation>
    </message>
    <message>
        <source>For reading only: Golive writes to production alone. What you want in development, too, change there in Clerk’s Dashboard.</source>
        <translation>Nur zum Lesen: Golive schreibt allein in die Produktion. Was Sie auch in der Entwicklung haben möchten, ändern Sie dort in Clerks Dashboard.</translation>
    </message>
    <message>
        <source>Tick what production is to get. Nothing is written before you have seen a preview.</source>
        <translation>Kreuzen Sie an, was die Produktion bekommen soll. Geschrieben wird erst, wenn Sie eine Vorschau gesehen haben.</translation>
    </message>
    <message>
        <source>Reading the settings of both instances…</source>
        <translation>Die Einstellungen beider Instanzen werden gelesen …</translation>
    </message>
    <message>
        <source>Asking Clerk what would change…</source>
        <translation>Clerk wird gefragt, was sich ändern würde …</translation>
    </message>
    <message>
        <source>Writing to production, then looking again…</source>
        <translation>Es wird in die Produktion geschrieben und dann nachgesehen …</translation>
    </message>
    <message>
        <source>Ticked: %1 of %2</source>
        <translation>Angekreuzt: %1 von %2</translation>
    </message>
    <message>
        <source>Nothing that is shown here has “%1” in its name, explanation or value.</source>
        <translation>Nichts, was hier gezeigt wird, hat „%1“ in Namen, Erklärung oder Wert.</translation>
    </message>
    <message>
        <source>No differences. Choose “Everything” to see all settings (%1).</source>
        <translation>Keine Unterschiede. Mit „Alles“ sehen Sie alle Einstellungen (%1).</translation>
    </message>
    <message>
        <source>The settings could not be compared. Nothing was changed.</source>
        <translation>Die Einstellungen konnten nicht verglichen werden. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Redirect URLs and JWT templates could not be read, so the list leaves them out.</source>
        <translation>Redirect-URLs und JWT-Vorlagen konnten nicht gelesen werden; sie fehlen deshalb in der Liste.</translation>
    </message>
    <message>
        <source>Somebody changed production since you looked at it. Nothing was written. Golive has read it again and kept your ticks; look once more, then ask for the preview again.</source>
        <translation>Jemand hat die Produktion geändert, seit Sie sie angesehen haben. Es wurde nichts geschrieben. Golive hat sie neu gelesen und Ihre Kreuze behalten; sehen Sie noch einmal hin, und verlangen Sie die Vorschau dann erneut.</translation>
    </message>
    <message>
        <source>Clerk could not be asked what would change. Nothing was written.</source>
        <translation>Clerk konnte nicht gefragt werden, was sich ändern würde. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>This application has only one instance, so there is nothing to compare.</source>
        <translation>Diese Anwendung hat nur eine Instanz; es gibt also nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>No differences in what could be compared</source>
        <translation>Keine Unterschiede in dem, was verglichen werden konnte</translation>
    </message>
    <message>
        <source>There are more settings than Golive can compare. Look at the others in Clerk’s Dashboard.</source>
        <translation>Es gibt mehr Einstellungen, als Golive vergleichen kann. Sehen Sie die übrigen im Dashboard von Clerk durch.</translation>
    </message>
</context>
<context>
    <name>golive::ConnectPage</name>
    <message>
        <source>Platform API &amp;key</source>
        <translation>Platform-API-&amp;Schlüssel</translation>
    </message>
    <message>
        <source>Connect with &amp;this key</source>
        <translation>&amp;Mit diesem Schlüssel verbinden</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>&amp;Remember on this computer</source>
        <translation>Auf diesem Computer me&amp;rken</translation>
    </message>
    <message>
        <source>&amp;Keep the key on this computer</source>
        <translation>Schlüssel auf diesem Computer &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Forget the key on this computer</source>
        <translation>Schlüssel auf diesem Computer &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;Use another key</source>
        <translation>&amp;Anderen Schlüssel verwenden</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>Connect to Clerk</source>
        <translation>Mit Clerk verbinden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Golive works in your Clerk workspace with a key that you give it.</source>
        <translation>Golive arbeitet in Ihrem Clerk-Workspace mit einem Schlüssel, den Sie ihm geben.</translation>
    </message>
    <message>
        <source>A Platform API key begins with ak_ and belongs to one workspace. It can do what an administrator can, so treat it like a password.

Other keys do not work here: pk_ and sk_ keys belong to a single instance, and whsec_ is for webhooks.

If you let Golive remember the key, it is kept in this computer’s password store (GNOME Keyring, KWallet or KeePassXC) and nowhere else. You can have it removed at any time.

Where the environment variable CLERK_PLATFORM_API_KEY is set, that key is used and never stored.</source>
        <translation>Ein Platform-API-Schlüssel beginnt mit ak_ und gehört zu einem Workspace. Er darf alles, was ein Administrator darf; behandeln Sie ihn deshalb wie ein Passwort.

Andere Schlüssel gehen hier nicht: pk_- und sk_-Schlüssel gehören zu einer einzelnen Instanz, und whsec_ ist für Webhooks.

Wenn Golive sich den Schlüssel merken soll, liegt er im Passwortspeicher dieses Computers (GNOME-Schlüsselbund, KWallet oder KeePassXC) und sonst nirgends. Sie können ihn jederzeit entfernen lassen.

Ist die Umgebungsvariable CLERK_PLATFORM_API_KEY gesetzt, wird dieser Schlüssel verwendet und nie gespeichert.</translation>
    </message>
    <message>
        <source>Platform API key</source>
        <translation>Platform-API-Schlüssel</translation>
    </message>
    <message>
        <source>Paste it here. Spaces and quotation marks around it do no harm.</source>
        <translation>Fügen Sie ihn hier ein. Leerzeichen und Anführungszeichen darum herum stören nicht.</translation>
    </message>
    <message>
        <source>Where the key comes from</source>
        <translation>Woher der Schlüssel kommt</translation>
    </message>
    <message>
        <source>Open Clerk’s &amp;Dashboard</source>
        <translation>Clerks Dashboard ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Address of the Dashboard</source>
        <translation>Adresse des Dashboards</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>(to use another one)</source>
        <translation>(um einen anderen zu verwenden)</translation>
    </message>
    <message>
        <source>Asking Clerk whether the key works…</source>
        <translation>Clerk wird gefragt, ob der Schlüssel gilt …</translation>
    </message>
    <message>
        <source>Putting the key into the password store. It may ask for its own password…</source>
        <translation>Der Schlüssel kommt in den Passwortspeicher. Dieser fragt vielleicht nach seinem eigenen Passwort …</translation>
    </message>
    <message>
        <source>Removing the key from the password store…</source>
        <translation>Der Schlüssel wird aus dem Passwortspeicher entfernt …</translation>
    </message>
    <message>
        <source>Looking for a key in this computer’s password store…</source>
        <translation>Im Passwortspeicher dieses Computers wird nach einem Schlüssel gesucht …</translation>
    </message>
    <message>
        <source>Key of the practice workspace</source>
        <translation>Schlüssel des Übungs-Workspace</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Keep for this se&amp;ssion only</source>
        <translation>Nur für diese &amp;Sitzung behalten</translation>
    </message>
    <message>
        <source>&amp;Try again to keep it</source>
        <translation>&amp;Erneut aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>&amp;Entsperren …</translation>
    </message>
</context>
<context>
    <name>golive::ConnectViewModel</name>
    <message>
        <source>Stopped. Nothing was changed in Clerk.</source>
        <translation>Angehalten. In Clerk wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Clerk accepted the key. Applications in this workspace: %1</source>
        <translation>Clerk hat den Schlüssel angenommen. Anwendungen in diesem Workspace: %1</translation>
    </message>
</context>
<context>
    <name>golive::ConnectWords</name>
    <message>
        <source>Enter the Platform API key of your workspace. It begins with ak_.</source>
        <translation>Geben Sie den Platform-API-Schlüssel Ihres Workspace ein. Er beginnt mit ak_.</translation>
    </message>
    <message>
        <source>This is not a complete Platform API key. One begins with ak_ and has no spaces. Copy it again.</source>
        <translation>Das ist kein vollständiger Platform-API-Schlüssel. Ein solcher beginnt mit ak_ und hat keine Leerzeichen. Kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>This is the secret key (sk_) of a single instance. It cannot create a production instance.</source>
        <translation>Das ist der Secret Key (sk_) einer einzelnen Instanz. Mit ihm lässt sich keine Produktionsinstanz anlegen.</translation>
    </message>
    <message>
        <source>This is a publishable key (pk_). It is part of your website and gives no access.</source>
        <translation>Das ist ein Publishable Key (pk_). Er ist Teil Ihrer Website und gewährt keinen Zugang.</translation>
    </message>
    <message>
        <source>This is the signing secret of a webhook (whsec_). It only proves where a message came from.</source>
        <translation>Das ist das Signing Secret eines Webhooks (whsec_). Es beweist nur, woher eine Nachricht kam.</translation>
    </message>
    <message>
        <source>This is a key in Clerk’s old form (test_ or live_), which is no longer in use.</source>
        <translation>Das ist ein Schlüssel in Clerks alter Form (test_ oder live_), die nicht mehr benutzt wird.</translation>
    </message>
    <message>
        <source>This is a PEM block, such as a JWT key or Apple’s private key.</source>
        <translation>Das ist ein PEM-Block, zum Beispiel ein JWT-Schlüssel oder der private Schlüssel von Apple.</translation>
    </message>
    <message>
        <source>Part of this key is hidden behind dots. Use the copy button beside it in the Dashboard, so that the whole key is copied.</source>
        <translation>Ein Teil dieses Schlüssels ist hinter Punkten verborgen. Benutzen Sie im Dashboard die Kopierschaltfläche daneben, damit der ganze Schlüssel kopiert wird.</translation>
    </message>
    <message>
        <source>The key you entered. It is kept on this computer.</source>
        <translation>Der Schlüssel, den Sie eingegeben haben. Er ist auf diesem Computer gespeichert.</translation>
    </message>
    <message>
        <source>The key you entered. It is used until you close Golive.</source>
        <translation>Der Schlüssel, den Sie eingegeben haben. Er wird verwendet, bis Sie Golive schließen.</translation>
    </message>
    <message>
        <source>The key from the environment variable CLERK_PLATFORM_API_KEY on this computer. It is not stored.</source>
        <translation>Der Schlüssel aus der Umgebungsvariablen CLERK_PLATFORM_API_KEY auf diesem Computer. Er wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>A Platform API key is kept on this computer.</source>
        <translation>Auf diesem Computer ist ein Platform-API-Schlüssel gespeichert.</translation>
    </message>
    <message>
        <source>The key that is kept on this computer.</source>
        <translation>Der Schlüssel, der auf diesem Computer gespeichert ist.</translation>
    </message>
    <message>
        <source>The key that was kept on this computer. It is used until you close Golive.</source>
        <translation>Der Schlüssel, der auf diesem Computer gespeichert war. Er wird verwendet, bis Sie Golive schließen.</translation>
    </message>
    <message>
        <source>Keeps the key in this computer’s password store, so that you need not enter it again. Golive never writes it to a file.</source>
        <translation>Legt den Schlüssel in den Passwortspeicher dieses Computers, damit Sie ihn nicht noch einmal eingeben müssen. Golive schreibt ihn nie in eine Datei.</translation>
    </message>
    <message>
        <source>The key is kept only until you close Golive.</source>
        <translation>Der Schlüssel bleibt nur, bis Sie Golive schließen.</translation>
    </message>
    <message>
        <source>You make it in Clerk’s Dashboard, in the settings of your workspace. Clerk’s Platform API is in private beta: if you find no Platform API keys there, ask Clerk’s support for access.</source>
        <translation>Sie erzeugen ihn in Clerks Dashboard, in den Einstellungen Ihres Workspace. Clerks Platform API ist in einer geschlossenen Beta: Wenn Sie dort keine Platform-API-Schlüssel finden, bitten Sie Clerks Support um Zugang.</translation>
    </message>
    <message>
        <source>Clerk does not accept the key from the environment variable CLERK_PLATFORM_API_KEY. Enter another key here, or correct the variable and start Golive again.</source>
        <translation>Clerk nimmt den Schlüssel aus der Umgebungsvariablen CLERK_PLATFORM_API_KEY nicht an. Geben Sie hier einen anderen ein, oder berichtigen Sie die Variable und starten Sie Golive neu.</translation>
    </message>
    <message>
        <source>Clerk no longer accepts the key that is kept on this computer. It may have expired or been revoked. Enter a new one; it will take the old one’s place.</source>
        <translation>Clerk nimmt den auf diesem Computer gespeicherten Schlüssel nicht mehr an. Vielleicht ist er abgelaufen oder widerrufen. Geben Sie einen neuen ein; er tritt an die Stelle des alten.</translation>
    </message>
    <message>
        <source>You are connected, but the key could not be kept on this computer. It is used until you close Golive.</source>
        <translation>Sie sind verbunden, aber der Schlüssel konnte auf diesem Computer nicht gespeichert werden. Er wird verwendet, bis Sie Golive schließen.</translation>
    </message>
    <message>
        <source>Or enter the key below.</source>
        <translation>Oder geben Sie den Schlüssel unten ein.</translation>
    </message>
    <message>
        <source>The key is no longer kept on this computer.</source>
        <translation>Der Schlüssel ist nicht mehr auf diesem Computer gespeichert.</translation>
    </message>
    <message>
        <source>Golive goes on using it until you close the program.</source>
        <translation>Golive verwendet ihn weiter, bis Sie das Programm schließen.</translation>
    </message>
    <message>
        <source>Remove the entry named Golive with your password store’s own program.</source>
        <translation>Entfernen Sie den Eintrag namens Golive mit dem Programm Ihres Passwortspeichers.</translation>
    </message>
    <message>
        <source>The key may still be kept on this computer.</source>
        <translation>Der Schlüssel ist vielleicht noch auf diesem Computer gespeichert.</translation>
    </message>
    <message>
        <source>Golive needs the Platform API key of your workspace, which begins with ak_.</source>
        <translation>Golive braucht den Platform-API-Schlüssel Ihres Workspace. Er beginnt mit ak_.</translation>
    </message>
    <message>
        <source>In practice mode this key stands in for a real one. Copy it and paste it into the field above, as you will do with the key from Clerk’s Dashboard.</source>
        <translation>Im Übungsmodus vertritt dieser Schlüssel einen echten. Kopieren Sie ihn und fügen Sie ihn oben in das Feld ein, so wie Sie es mit dem Schlüssel aus Clerks Dashboard tun werden.</translation>
    </message>
    <message>
        <source>Until then your key is kept only until you close Golive.</source>
        <translation>Bis dahin wird Ihr Schlüssel nur behalten, bis Sie Golive schließen.</translation>
    </message>
    <message>
        <source>%1 answered, but not as Clerk’s Platform API does. Golive was given this address by the environment variable CLERK_PLATFORM_API_URL or by clerk/platformApiUrl in its preferences: correct or remove it, then start Golive again. If the address is right, a sign-in page of your network may have answered: open any website in your web browser, sign in, then try again.</source>
        <translation>%1 hat geantwortet, aber nicht so, wie Clerks Platform API es tut. Golive hat diese Adresse aus der Umgebungsvariablen CLERK_PLATFORM_API_URL oder aus clerk/platformApiUrl in seinen Einstellungen: Berichtigen oder entfernen Sie sie und starten Sie Golive neu. Stimmt die Adresse, hat vielleicht die Anmeldeseite Ihres Netzes geantwortet: Öffnen Sie im Webbrowser eine beliebige Website, melden Sie sich an und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>golive::CopyButton</name>
    <message>
        <source>Copied (%1 s)</source>
        <translation>Kopiert (%1 s)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is &quot;Copy&quot; or &quot;Copied&quot;, %2 what the button copies</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy a secret while others see your screen?</source>
        <translation>Ein Geheimnis kopieren, während andere Ihren Bildschirm sehen?</translation>
    </message>
    <message>
        <source>Some programs show what is on the clipboard, and a wrong paste would show it to everybody.</source>
        <translation>Manche Programme zeigen an, was in der Zwischenablage ist, und an falscher Stelle eingefügt sähen es alle.</translation>
    </message>
    <message>
        <source>&amp;Copy it all the same</source>
        <translation>&amp;Trotzdem kopieren</translation>
    </message>
</context>
<context>
    <name>golive::CreatePage</name>
    <message>
        <source>Create the production instance</source>
        <translation>Produktionsinstanz anlegen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>This is the only step that cannot be taken back. Everything before it was only written down on this computer, and everything after it can be done in any order and as often as needed.

The new instance has keys of its own. Golive puts the secret key into this computer’s password store as soon as Clerk answers; you take it to your hosting in the step “Go live”.

If the connection breaks in the middle, Golive does not send the request again. It looks what Clerk has and tells you.</source>
        <translation>Dies ist der einzige Schritt, der sich nicht zurücknehmen lässt. Alles davor wurde nur auf diesem Computer notiert, und alles danach geht in beliebiger Reihenfolge und so oft wie nötig.

Die neue Instanz hat eigene Schlüssel. Golive legt den Secret Key in den Passwortspeicher dieses Computers, sobald Clerk antwortet; im Schritt „Live gehen“ bringen Sie ihn zu Ihrem Hosting.

Reißt die Verbindung mittendrin ab, schickt Golive die Anfrage nicht noch einmal. Es sieht nach, was Clerk hat, und sagt es Ihnen.</translation>
    </message>
    <message>
        <source>The production instance is being created. If you close Golive now, the instance may come into being all the same; Golive finds it when you come back.</source>
        <translation>Die Produktionsinstanz wird gerade angelegt. Wenn Sie Golive jetzt schließen, entsteht sie vielleicht trotzdem; Golive findet sie, wenn Sie zurückkommen.</translation>
    </message>
    <message>
        <source>What you chose</source>
        <translation>Ihre Auswahl</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Was jetzt geschieht</translation>
    </message>
    <message>
        <source>Create production instance</source>
        <translation>Produktionsinstanz anlegen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Noch e&amp;inmal nachsehen</translation>
    </message>
    <message>
        <source>Features that your plan lacks</source>
        <translation>Funktionen, die Ihr Plan nicht enthält</translation>
    </message>
    <message>
        <source>Start with Clerk’s &amp;defaults instead</source>
        <translation>Stattdessen mit Clerks &amp;Vorgaben beginnen</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Secret Key</translation>
    </message>
    <message>
        <source>This is done. What was chosen before can only be looked at from here on.</source>
        <translation>Das ist erledigt. Was Sie vorher gewählt haben, lässt sich ab hier nur noch ansehen.</translation>
    </message>
    <message>
        <source>What is left to do</source>
        <translation>Was noch zu tun ist</translation>
    </message>
    <message>
        <source>Your production instance</source>
        <translation>Ihre Produktionsinstanz</translation>
    </message>
    <message>
        <source>Look once more at what you chose. Nothing happens until you press the button below.</source>
        <translation>Ein letzter Blick auf Ihre Auswahl. Ohne die Schaltfläche geschieht nichts.</translation>
    </message>
    <message>
        <source>&amp;Open development in Clerk’s Dashboard</source>
        <translation>En&amp;twicklung in Clerks Dashboard öffnen</translation>
    </message>
    <message>
        <source>The secret key of production</source>
        <translation>Der Secret Key der Produktion</translation>
    </message>
</context>
<context>
    <name>golive::CreateViewModel</name>
    <message>
        <source>An earlier attempt was not answered, but Clerk has no production instance for this application. You can create it now. Golive looks once more before it asks.</source>
        <translation>Ein früherer Versuch blieb ohne Antwort, aber Clerk hat für diese Anwendung keine Produktionsinstanz. Sie können sie jetzt anlegen. Golive sieht vorher noch einmal nach.</translation>
    </message>
    <message>
        <source>Press “Look again” first, to find out whether it was created.</source>
        <translation>Drücken Sie zuerst „Noch einmal nachsehen“, um herauszufinden, ob sie angelegt wurde.</translation>
    </message>
    <message>
        <source>Press “Create production instance” first.</source>
        <translation>Drücken Sie zuerst „Produktionsinstanz anlegen“.</translation>
    </message>
    <message>
        <source>Asking Clerk to create the production instance. This takes a few seconds. Please leave Golive open.</source>
        <translation>Clerk wird gebeten, die Produktionsinstanz anzulegen. Das dauert einige Sekunden. Bitte lassen Sie Golive geöffnet.</translation>
    </message>
    <message>
        <source>Reading from Clerk whether the production instance exists…</source>
        <translation>Golive liest bei Clerk, ob die Produktionsinstanz besteht …</translation>
    </message>
    <message>
        <source>The production instance will start with Clerk’s defaults. Nothing was created yet: press “Create production instance” when you are ready.</source>
        <translation>Die Produktionsinstanz wird mit Clerks Vorgaben beginnen. Noch wurde nichts angelegt: Drücken Sie „Produktionsinstanz anlegen“, wenn Sie so weit sind.</translation>
    </message>
    <message>
        <source>This application has its production instance. Go on with the next step.</source>
        <translation>Diese Anwendung hat ihre Produktionsinstanz. Machen Sie mit dem nächsten Schritt weiter.</translation>
    </message>
    <message>
        <source>The production instance was created. Your users notice nothing yet: go on with the next step.</source>
        <translation>Die Produktionsinstanz wurde angelegt. Ihre Nutzer merken noch nichts davon: Machen Sie mit dem nächsten Schritt weiter.</translation>
    </message>
    <message>
        <source>Clerk had a production instance for this application: from an earlier attempt, from the Dashboard or from a colleague. Golive goes on with it, and nothing was created twice. Its settings may differ from what you chose here.</source>
        <translation>Clerk hatte schon eine Produktionsinstanz für diese Anwendung: von einem früheren Versuch, aus dem Dashboard oder von jemandem aus Ihrem Team. Golive macht mit ihr weiter, und nichts wurde doppelt angelegt. Ihre Einstellungen können von Ihrer Auswahl hier abweichen.</translation>
    </message>
    <message>
        <source>Clerk’s answer did not arrive, so it is not certain whether the production instance was created. Golive does not send the request twice. Press “Look again” to find out.</source>
        <translation>Clerks Antwort kam nicht an; deshalb ist nicht sicher, ob die Produktionsinstanz angelegt wurde. Golive schickt die Anfrage nicht zweimal. Drücken Sie „Noch einmal nachsehen“, um es herauszufinden.</translation>
    </message>
    <message>
        <source>Nothing was created. Development uses features that your Clerk plan does not include in production. There are three ways on:</source>
        <translation>Es wurde nichts angelegt. Die Entwicklung benutzt Funktionen, die Ihr Clerk-Plan in der Produktion nicht enthält. Es gibt drei Wege:</translation>
    </message>
    <message>
        <source>Clerk did not say which</source>
        <translation>Clerk hat nicht gesagt, welche</translation>
    </message>
    <message>
        <source>Nothing was created, because Clerk did not accept the domain. Correct it in the step “Domain”.</source>
        <translation>Es wurde nichts angelegt, denn Clerk hat die Domain nicht angenommen. Berichtigen Sie sie im Schritt „Domain“.</translation>
    </message>
    <message>
        <source>Nothing was created.</source>
        <translation>Es wurde nichts angelegt.</translation>
    </message>
    <message>
        <source>Clerk lists the production instance. Go on with the next step.</source>
        <translation>Clerk führt die Produktionsinstanz auf. Machen Sie mit dem nächsten Schritt weiter.</translation>
    </message>
    <message>
        <source>The production instance exists: Clerk created it although its answer was lost. Go on with the next step.</source>
        <translation>Die Produktionsinstanz besteht: Clerk hat sie angelegt, obwohl seine Antwort verloren ging. Machen Sie mit dem nächsten Schritt weiter.</translation>
    </message>
    <message>
        <source>The production instance was created, but it could not be read.</source>
        <translation>Die Produktionsinstanz wurde angelegt, aber sie konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It is still not certain whether the production instance was created.</source>
        <translation>Es ist weiterhin nicht sicher, ob die Produktionsinstanz angelegt wurde.</translation>
    </message>
    <message>
        <source>The production instance was created, but Clerk does not list it yet. Wait a moment, then press “Look again”.</source>
        <translation>Die Produktionsinstanz wurde angelegt, aber Clerk führt sie noch nicht auf. Warten Sie einen Augenblick und drücken Sie dann „Noch einmal nachsehen“.</translation>
    </message>
    <message>
        <source>Clerk has no production instance for this application. Nothing was created, and you can press “Create production instance” again.</source>
        <translation>Clerk hat für diese Anwendung keine Produktionsinstanz. Es wurde nichts angelegt, und Sie können „Produktionsinstanz anlegen“ noch einmal drücken.</translation>
    </message>
    <message>
        <source>Clerk says that a production instance exists or is being made, but does not list it yet. Wait a moment, then press “Look again”.</source>
        <translation>Clerk sagt, dass eine Produktionsinstanz besteht oder gerade entsteht, führt sie aber noch nicht auf. Warten Sie einen Moment und drücken Sie dann „Noch einmal nachsehen“.</translation>
    </message>
    <message>
        <source>The production instance that was here is gone, and its keys open nothing any more. Only Clerk’s Dashboard can delete one: ask your colleagues. You can create another one. It gets keys and DNS records of its own.</source>
        <translation>Die Produktionsinstanz, die hier war, gibt es nicht mehr, und ihre Schlüssel öffnen nichts mehr. Nur das Dashboard von Clerk kann eine löschen: Fragen Sie in Ihrem Team nach. Sie können eine neue anlegen. Sie bekommt eigene Schlüssel und eigene DNS-Einträge.</translation>
    </message>
    <message>
        <source>Nothing was created: Golive first looks whether there is a production instance already, and that did not succeed.</source>
        <translation>Es wurde nichts angelegt: Golive sieht zuerst nach, ob es schon eine Produktionsinstanz gibt, und das ist nicht gelungen.</translation>
    </message>
</context>
<context>
    <name>golive::CreationWords</name>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Copied from development</source>
        <translation>Aus der Entwicklung kopiert</translation>
    </message>
    <message>
        <source>Clerk’s defaults</source>
        <translation>Clerks Vorgaben</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>In DNS: %1</source>
        <translation>Im DNS: %1</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Backend</translation>
    </message>
    <message>
        <source>Clerk makes a production instance for this domain, with a copy of development’s settings.</source>
        <translation>Clerk legt eine Produktionsinstanz für diese Domain an, mit einer Kopie der Einstellungen aus der Entwicklung.</translation>
    </message>
    <message>
        <source>Clerk makes a production instance for this domain, with its own defaults.</source>
        <translation>Clerk legt eine Produktionsinstanz für diese Domain an, mit seinen eigenen Vorgaben.</translation>
    </message>
    <message>
        <source>Golive puts its secret key into this computer’s password store, before anything else.</source>
        <translation>Golive legt ihren Secret Key vor allem anderen in den Passwortspeicher dieses Computers.</translation>
    </message>
    <message>
        <source>Clerk lists the DNS records it needs, for a later step. Your users notice nothing yet.</source>
        <translation>Clerk nennt die DNS-Einträge, die es braucht, für einen späteren Schritt. Ihre Nutzer merken noch nichts davon.</translation>
    </message>
    <message>
        <source>This cannot be taken back here: Clerk offers programs no way to delete a production instance. Another domain later means new keys and new DNS records, and signs everybody out.</source>
        <translation>Das lässt sich hier nicht zurücknehmen: Clerk bietet Programmen keinen Weg, eine Produktionsinstanz zu löschen. Eine andere Domain bedeutet später neue Schlüssel und neue DNS-Einträge und meldet alle ab.</translation>
    </message>
    <message>
        <source>Clerk filed the domain %1. You typed %2.</source>
        <translation>Clerk hat die Domain %1 eingetragen. Sie haben %2 eingegeben.</translation>
    </message>
    <message>
        <source>Sign-in covers subdomains, so it works on %1 all the same, and you can usually go on. If several Clerk applications are to share %2, change the domain in Clerk’s Dashboard to a secondary application now, before you add any DNS record.</source>
        <translation>Die Anmeldung gilt auch für Subdomains, sie funktioniert also auch auf %1, und Sie können in der Regel weitermachen. Falls sich mehrere Clerk-Anwendungen %2 teilen sollen, ändern Sie die Domain jetzt in Clerks Dashboard zu einer „secondary application“, bevor Sie einen DNS-Eintrag anlegen.</translation>
    </message>
    <message>
        <source>If that is not what you want, change the domain in Clerk’s Dashboard now, before you add any DNS record: later it changes keys and records and signs everybody out.</source>
        <translation>Wenn Sie das nicht möchten, ändern Sie die Domain jetzt in Clerks Dashboard, bevor Sie einen DNS-Eintrag anlegen: Später ändert das Schlüssel und Einträge und meldet alle ab.</translation>
    </message>
    <message>
        <source>Upgrade the plan in Clerk’s Dashboard, then press “Create production instance” again.</source>
        <translation>Wechseln Sie in Clerks Dashboard zu einem größeren Plan und drücken Sie dann noch einmal „Produktionsinstanz anlegen“.</translation>
    </message>
    <message>
        <source>Switch these features off in development, in the Dashboard, then press it again.</source>
        <translation>Schalten Sie diese Funktionen im Dashboard in der Entwicklung ab und drücken Sie die Schaltfläche dann noch einmal.</translation>
    </message>
    <message>
        <source>Start with Clerk’s defaults instead of a copy, and set up production by hand.</source>
        <translation>Beginnen Sie mit Clerks Vorgaben statt mit einer Kopie und richten Sie die Produktion von Hand ein.</translation>
    </message>
    <message>
        <source>Production instance</source>
        <translation>Produktionsinstanz</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Secret Key</translation>
    </message>
    <message>
        <source>In this computer’s password store</source>
        <translation>Im Passwortspeicher dieses Computers</translation>
    </message>
    <message>
        <source>Not in a password store</source>
        <translation>In keinem Passwortspeicher</translation>
    </message>
    <message>
        <source>Enter your own credentials for the sign-in providers.</source>
        <translation>Eigene Zugangsdaten für die Anmeldeanbieter eingeben.</translation>
    </message>
    <message numerus="yes">
        <source>Enter your own credentials for %n sign-in provider(s).</source>
        <translation>
            <numerusform>Eigene Zugangsdaten für %n Anmeldeanbieter eingeben.</numerusform>
            <numerusform>Eigene Zugangsdaten für %n Anmeldeanbieter eingeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n DNS record(s) where your domain’s DNS is kept.</source>
        <translation>
            <numerusform>%n DNS-Eintrag dort anlegen, wo das DNS Ihrer Domain geführt wird.</numerusform>
            <numerusform>%n DNS-Einträge dort anlegen, wo das DNS Ihrer Domain geführt wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the DNS records that Clerk asks for.</source>
        <translation>Die DNS-Einträge anlegen, die Clerk verlangt.</translation>
    </message>
    <message>
        <source>Wait until Clerk has seen them and made the certificate. Golive watches that for you.</source>
        <translation>Warten, bis Clerk sie gesehen und das Zertifikat ausgestellt hat. Golive beobachtet das für Sie.</translation>
    </message>
    <message>
        <source>Put the production keys where your application runs.</source>
        <translation>Die Produktionsschlüssel dort eintragen, wo Ihre Anwendung läuft.</translation>
    </message>
    <message>
        <source>Kept until you close Golive</source>
        <translation>Bleibt, bis Sie Golive schließen</translation>
    </message>
    <message>
        <source>Golive keeps its secret key until you close the program.</source>
        <translation>Golive behält ihren Secret Key, bis Sie das Programm schließen.</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>„%1“ (%2)</translation>
    </message>
    <message>
        <source>%1: no setting that Golive can read uses it; look in Clerk’s Dashboard.</source>
        <extracomment>a feature&apos;s name, then the settings that use it: &quot;organizations: used by “Enabled” (on)&quot;</extracomment>
        <translation>%1: Keine Einstellung, die Golive lesen kann, verwendet es; sehen Sie in Clerks Dashboard nach.</translation>
    </message>
    <message>
        <source>%1: used by %2</source>
        <translation>%1: verwendet von %2</translation>
    </message>
    <message>
        <source>Chosen outside of this assistant</source>
        <translation>Außerhalb dieses Assistenten gewählt</translation>
    </message>
</context>
<context>
    <name>golive::DashboardConnections</name>
    <message>
        <source>Only in Clerk’s Dashboard</source>
        <translation>Nur im Dashboard von Clerk</translation>
    </message>
    <message>
        <source>Open Clerk’s Dashboard</source>
        <translation>Clerk-Dashboard öffnen</translation>
    </message>
    <message>
        <source>Read Clerk’s guide</source>
        <translation>Clerks Anleitung lesen</translation>
    </message>
    <message>
        <source>Enterprise connections (SAML or OpenID of one organization) are not copied, and Clerk does not let Golive see them. If development has any, make them again there; each needs the new addresses at the identity provider.</source>
        <translation>Enterprise-Verbindungen (SAML oder OpenID einer Organisation) werden nicht kopiert, und Clerk lässt Golive sie nicht sehen. Falls die Entwicklung welche hat, legen Sie sie dort neu an; jede braucht beim Identitätsanbieter die neuen Adressen.</translation>
    </message>
    <message>
        <source>Redirect URI</source>
        <translation>Redirect-URI</translation>
    </message>
    <message>
        <source>In production</source>
        <translation>In der Produktion</translation>
    </message>
    <message>
        <source>Not in production yet</source>
        <translation>Noch nicht in der Produktion</translation>
    </message>
</context>
<context>
    <name>golive::DifferenceView</name>
    <message>
        <source>Should be</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Is now</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>It should be %1 and is now %2</source>
        <translation>Soll %1 sein und ist jetzt %2</translation>
    </message>
</context>
<context>
    <name>golive::DnsDelay</name>
    <message>
        <source>The name servers were changed. The old ones are forgotten everywhere in %1.</source>
        <translation>Die Nameserver wurden gewechselt. In %1 sind die alten überall vergessen.</translation>
    </message>
    <message>
        <source>A record was changed. Its old value is forgotten everywhere in %1.</source>
        <translation>Ein Eintrag wurde geändert. In %1 ist sein alter Wert überall vergessen.</translation>
    </message>
    <message>
        <source>A record was asked for before it was there. That is forgotten everywhere in %1.</source>
        <translation>Nach einem Eintrag wurde gefragt, bevor er da war. In %1 ist das überall vergessen.</translation>
    </message>
</context>
<context>
    <name>golive::DnsFindingCard</name>
    <message>
        <source>The number of this finding, for support</source>
        <translation>Die Nummer dieses Befunds, für den Support</translation>
    </message>
</context>
<context>
    <name>golive::DnsHandout</name>
    <message>
        <source>Please add these DNS records for %1.</source>
        <translation>Bitte legen Sie diese DNS-Einträge für %1 an.</translation>
    </message>
    <message>
        <source>Please add these DNS records for %1 at %2.</source>
        <translation>Bitte legen Sie diese DNS-Einträge für %1 bei %2 an.</translation>
    </message>
    <message>
        <source>They connect the domain to Clerk, which handles signing in.</source>
        <translation>Sie verbinden die Domain mit Clerk, das sich um die Anmeldung kümmert.</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (optional)</translation>
    </message>
    <message>
        <source>  Type:  %1</source>
        <translation>  Typ:  %1</translation>
    </message>
    <message>
        <source>  Name:  %1</source>
        <translation>  Name: %1</translation>
    </message>
    <message>
        <source>  Name:  %1   (in full: %2)</source>
        <translation>  Name: %1   (vollständig: %2)</translation>
    </message>
    <message>
        <source>  Value: %1</source>
        <translation>  Wert: %1</translation>
    </message>
    <message>
        <source>If a record can be proxied (Cloudflare’s orange cloud), switch that off: “DNS only”.</source>
        <translation>Falls ein Eintrag über einen Proxy laufen kann (Cloudflares orange Wolke), schalten Sie das ab: „Nur DNS“ („DNS only“).</translation>
    </message>
    <message>
        <source>Any TTL will do; 300 seconds is fine.</source>
        <translation>Jede TTL ist recht; 300 Sekunden sind gut.</translation>
    </message>
    <message>
        <source>DNS records for %1</source>
        <translation>DNS-Einträge für %1</translation>
    </message>
    <message>
        <source>  Name:  %1   (in short: %2)</source>
        <translation>  Name: %1   (kurz: %2)</translation>
    </message>
    <message>
        <source>Zone: %1</source>
        <translation>Zone: %1</translation>
    </message>
    <message>
        <source>Provider: %1</source>
        <translation>Anbieter: %1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Clerk found: %1</source>
        <translation>Clerk hat gefunden: %1</translation>
    </message>
    <message>
        <source>Clerk’s remark: %1</source>
        <translation>Clerks Bemerkung: %1</translation>
    </message>
</context>
<context>
    <name>golive::DnsHandoutBlock</name>
    <message>
        <source>Copy all as text</source>
        <translation>Alle als Text kopieren</translation>
    </message>
    <message>
        <source>Save as zone file…</source>
        <translation>Als Zonendatei speichern …</translation>
    </message>
    <message>
        <source>Write an email</source>
        <translation>E-Mail schreiben</translation>
    </message>
    <message>
        <source>Does somebody else look after the DNS?</source>
        <translation>Kümmert sich jemand anders um das DNS?</translation>
    </message>
    <message>
        <source>Hand them all records at once.</source>
        <translation>Geben Sie ihr alle Einträge auf einmal.</translation>
    </message>
    <message>
        <source>All records are on the clipboard.</source>
        <translation>Alle Einträge sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the records as a zone file</source>
        <translation>Einträge als Zonendatei speichern</translation>
    </message>
    <message>
        <source>Your email program has the draft.</source>
        <translation>Ihr E-Mail-Programm hat den Entwurf.</translation>
    </message>
    <message>
        <source>No email program answered. Copy all as text instead, and paste it into a message.</source>
        <translation>Kein E-Mail-Programm hat geantwortet. Kopieren Sie stattdessen alles als Text, und fügen Sie es in eine Nachricht ein.</translation>
    </message>
</context>
<context>
    <name>golive::DnsHeadline</name>
    <message>
        <source>The records appear here once the production instance exists.</source>
        <translation>Die Einträge erscheinen hier, sobald die Produktionsinstanz besteht.</translation>
    </message>
    <message>
        <source>Clerk is still preparing the list of records.</source>
        <translation>Clerk bereitet die Liste der Einträge noch vor.</translation>
    </message>
    <message>
        <source>All records are in place, and Clerk sees them.</source>
        <translation>Alle Einträge sind da, und Clerk sieht sie.</translation>
    </message>
    <message>
        <source>Something else still needs you; it stands below.</source>
        <translation>Etwas anderes braucht Sie noch; es steht weiter unten.</translation>
    </message>
    <message>
        <source>Nothing left to do here. Continue with the next step.</source>
        <translation>Hier bleibt nichts zu tun. Machen Sie mit dem nächsten Schritt weiter.</translation>
    </message>
    <message>
        <source>Clerk has not listed any records yet.</source>
        <translation>Clerk hat noch keine Einträge genannt.</translation>
    </message>
    <message>
        <source>Golive asks again by itself.</source>
        <translation>Golive fragt von selbst wieder nach.</translation>
    </message>
    <message>
        <source>Looking at the DNS of %1…</source>
        <translation>Das DNS von %1 wird angesehen …</translation>
    </message>
    <message>
        <source>While that lasts, nothing can be said about single records.</source>
        <translation>Solange das so ist, lässt sich über einzelne Einträge nichts sagen.</translation>
    </message>
    <message>
        <source>All records are in place.</source>
        <translation>Alle Einträge sind da.</translation>
    </message>
    <message>
        <source>All records are in place. Clerk is checking.</source>
        <translation>Alle Einträge sind da. Clerk prüft.</translation>
    </message>
    <message>
        <source>Nothing to do: this often takes a minute or two. You may leave this step meanwhile.</source>
        <translation>Nichts zu tun: Das dauert oft ein, zwei Minuten. Sie dürfen diesen Schritt so lange verlassen.</translation>
    </message>
    <message>
        <source>%1 of %2 records are right.</source>
        <translation>%1 von %2 Einträgen stimmen.</translation>
    </message>
    <message>
        <source>One needs correcting.</source>
        <translation>Einer muss berichtigt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n need correcting.</source>
        <translation>
            <numerusform>%n muss berichtigt werden.</numerusform>
            <numerusform>%n müssen berichtigt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>One is still spreading.</source>
        <translation>Einer verbreitet sich noch.</translation>
    </message>
    <message numerus="yes">
        <source>%n are still spreading.</source>
        <translation>
            <numerusform>%n verbreitet sich noch.</numerusform>
            <numerusform>%n verbreiten sich noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>What to change stands beside it. Clerk is asked to look as soon as all are right.</source>
        <translation>Was zu ändern ist, steht daneben. Clerk wird gebeten nachzusehen, sobald alle stimmen.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for you to add %n more.</source>
        <translation>
            <numerusform>Golive wartet darauf, dass Sie noch %n anlegen.</numerusform>
            <numerusform>Golive wartet darauf, dass Sie noch %n anlegen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for you to add one record.</source>
        <translation>Golive wartet darauf, dass Sie einen Eintrag anlegen.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for you to add %n records.</source>
        <translation>
            <numerusform>Golive wartet darauf, dass Sie %n Eintrag anlegen.</numerusform>
            <numerusform>Golive wartet darauf, dass Sie %n Einträge anlegen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add them where the DNS of your domain is managed. Golive sees by itself when they are there.</source>
        <translation>Legen Sie sie dort an, wo das DNS Ihrer Domain verwaltet wird. Golive sieht von selbst, wenn sie da sind.</translation>
    </message>
    <message>
        <source>Add them at %1. Golive sees by itself when they are there.</source>
        <translation>Legen Sie sie bei %1 an. Golive sieht von selbst, wenn sie da sind.</translation>
    </message>
    <message>
        <source>Nothing to do: Clerk sees them at the latest when the old answers are forgotten. You may leave this step meanwhile.</source>
        <translation>Nichts zu tun: Clerk sieht sie spätestens, wenn die alten Antworten vergessen sind. Sie dürfen diesen Schritt inzwischen verlassen.</translation>
    </message>
    <message>
        <source>What to add or change stands beside each. Golive sees by itself when it is right.</source>
        <translation>Was anzulegen oder zu ändern ist, steht jeweils daneben. Golive sieht von selbst, wenn es stimmt.</translation>
    </message>
    <message>
        <source>The production instance is there; its domain follows shortly, and Golive asks again by itself. Does that take more than a minute? Then the domain may have been removed: look under Domains in Clerk’s Dashboard.</source>
        <translation>Die Produktionsinstanz ist da; ihre Domain folgt in Kürze, und Golive fragt von selbst wieder nach. Dauert das länger als eine Minute? Dann wurde die Domain vielleicht entfernt: Sehen Sie im Dashboard von Clerk unter „Domains“ nach.</translation>
    </message>
    <message>
        <source>Clerk does not list %1 any more.</source>
        <translation>Clerk führt %1 nicht mehr auf.</translation>
    </message>
    <message>
        <source>It was removed in Clerk’s Dashboard, or this key may not see it any more. Without a domain nobody can sign in. Add it there again, under Domains, or ask whoever removed it. Golive goes on as soon as Clerk lists it.</source>
        <translation>Sie wurde im Dashboard von Clerk entfernt, oder dieser Schlüssel darf sie nicht mehr sehen. Ohne Domain kann sich niemand anmelden. Fügen Sie sie dort unter „Domains“ wieder hinzu, oder fragen Sie, wer sie entfernt hat. Golive macht weiter, sobald Clerk sie aufführt.</translation>
    </message>
</context>
<context>
    <name>golive::DnsHeadlineCard</name>
    <message>
        <source>I have added them – check now</source>
        <translation>Ich habe sie angelegt – jetzt prüfen</translation>
    </message>
    <message>
        <source>%1 of %2 records are right</source>
        <translation>%1 von %2 Einträgen stimmen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>I have corrected it – check now</source>
        <translation>Ich habe es berichtigt – jetzt prüfen</translation>
    </message>
</context>
<context>
    <name>golive::DnsPage</name>
    <message>
        <source>Add the DNS records</source>
        <translation>DNS-Einträge anlegen</translation>
    </message>
    <message>
        <source>Copy each name and value to your DNS provider’s website. What arrives shows up here by itself.</source>
        <translation>Kopieren Sie jeden Namen und Wert auf die Website Ihres DNS-Anbieters. Was ankommt, erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>DNS records</source>
        <translation>DNS-Einträge</translation>
    </message>
    <message>
        <source>Type: CNAME</source>
        <translation>Typ: CNAME</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name (without .%1)</source>
        <translation>Name (ohne .%1)</translation>
    </message>
    <message>
        <source>DNS is the phone book of the internet. A CNAME record in it says: this name is another name for that one. Clerk needs a few of them below your domain, so that sign-in and email run under your own name.

Sign in at the company that manages the DNS of your domain, find its list of DNS records, and add one record of type CNAME for each row here. Copy the name and the value with the buttons.

Most providers add your domain to the name by themselves: type “clerk”, not “clerk.example.com”. Where a provider wants the full name, you find it under the details of the row.

New records usually show within a minute. Changed ones can take longer, because servers remember the old answer for a while; the details say for how long. You may leave this step, or close Golive, and come back.</source>
        <translation>DNS ist das Telefonbuch des Internets. Ein CNAME-Eintrag darin sagt: Dieser Name ist ein anderer Name für jenen. Clerk braucht einige davon unterhalb Ihrer Domain, damit Anmeldung und E-Mail unter Ihrem eigenen Namen laufen.

Melden Sie sich bei dem Unternehmen an, das das DNS Ihrer Domain verwaltet, suchen Sie dessen Liste der DNS-Einträge und legen Sie für jede Zeile hier einen Eintrag vom Typ CNAME an. Kopieren Sie Name und Wert mit den Schaltflächen.

Die meisten Anbieter hängen Ihre Domain selbst an den Namen an: Geben Sie „clerk“ ein, nicht „clerk.example.com“. Wo ein Anbieter den vollständigen Namen verlangt, finden Sie ihn in den Details der Zeile.

Neue Einträge sind meist innerhalb einer Minute zu sehen. Geänderte können länger brauchen, weil Server sich die alte Antwort eine Weile merken; die Details sagen, wie lange. Sie dürfen diesen Schritt verlassen oder Golive schließen und später wiederkommen.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
</context>
<context>
    <name>golive::DnsPhrases</name>
    <message>
        <source>(unknown)</source>
        <extracomment>stands for a name that is not known, in a sentence</extracomment>
        <translation>(unbekannt)</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>
            <numerusform>%1 und noch %n</numerusform>
            <numerusform>%1 und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>your domain</source>
        <translation>Ihre Domain</translation>
    </message>
    <message>
        <source>%1 (Clerk shows what the * stands for)</source>
        <translation>%1 (Clerk zeigt, wofür das * steht)</translation>
    </message>
    <message>
        <source>your DNS provider</source>
        <translation>Ihr DNS-Anbieter</translation>
    </message>
    <message>
        <source>your provider’s support</source>
        <translation>den Support Ihres Anbieters</translation>
    </message>
    <message>
        <source>the support of %1</source>
        <translation>den Support von %1</translation>
    </message>
    <message>
        <source>Open its DNS page</source>
        <translation>Seine DNS-Seite öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Open Clerk’s status page</source>
        <translation>Clerks Statusseite öffnen</translation>
    </message>
    <message>
        <source>the servers of your provider</source>
        <translation>die Server Ihres Anbieters</translation>
    </message>
    <message>
        <source>the servers of %1</source>
        <translation>die Server von %1</translation>
    </message>
    <message>
        <source>It is registered with %1.</source>
        <translation>Registriert ist sie bei %1.</translation>
    </message>
    <message>
        <source>Find out where it is registered</source>
        <translation>Nachsehen, wo sie registriert ist</translation>
    </message>
</context>
<context>
    <name>golive::DnsPicture</name>
    <message>
        <source>You typed %1, and Clerk has filed the domain as %2. These records are for %2.</source>
        <translation>Sie haben %1 eingegeben, und Clerk hat die Domain als %2 eingetragen. Diese Einträge gelten für %2.</translation>
    </message>
    <message>
        <source>The DNS of %1 is with %2.</source>
        <translation>Das DNS von %1 liegt bei %2.</translation>
    </message>
    <message>
        <source>The DNS of %1 is on %2.</source>
        <translation>Das DNS von %1 liegt auf %2.</translation>
    </message>
    <message>
        <source>Looking now…</source>
        <translation>Golive sieht gerade nach …</translation>
    </message>
    <message>
        <source>Last looked at %1.</source>
        <translation>Zuletzt nachgesehen um %1.</translation>
    </message>
    <message>
        <source>Looking again now…</source>
        <translation>Golive sieht gerade wieder nach …</translation>
    </message>
    <message>
        <source>Next look in %1.</source>
        <translation>Nächster Blick in %1.</translation>
    </message>
    <message>
        <source>Clerk could not be asked at %1: %2</source>
        <translation>Clerk konnte um %1 nicht gefragt werden: %2</translation>
    </message>
    <message>
        <source>Trying again in %1.</source>
        <translation>Nächster Versuch in %1.</translation>
    </message>
    <message>
        <source>Clerk was asked to look at %1.</source>
        <translation>Clerk wurde um %1 gebeten nachzusehen.</translation>
    </message>
    <message>
        <source>Its answer is read in %1.</source>
        <translation>Seine Antwort wird in %1 gelesen.</translation>
    </message>
    <message>
        <source>Clerk asks for one more record since %1.</source>
        <translation>Clerk verlangt seit %1 einen weiteren Eintrag.</translation>
    </message>
    <message numerus="yes">
        <source>Clerk asks for %n more records since %1.</source>
        <translation>
            <numerusform>Clerk verlangt seit %1 %n weiteren Eintrag.</numerusform>
            <numerusform>Clerk verlangt seit %1 %n weitere Einträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set every record to “DNS only” (grey cloud). Clerk cannot see one behind the orange cloud.</source>
        <translation>Stellen Sie jeden Eintrag auf „Nur DNS“ („DNS only“, graue Wolke). Hinter der orangen Wolke kann Clerk ihn nicht sehen.</translation>
    </message>
    <message>
        <source>If your provider offers a proxy for a record, leave it off for all of these.</source>
        <translation>Falls Ihr Anbieter für einen Eintrag einen Proxy anbietet, lassen Sie ihn bei all diesen ausgeschaltet.</translation>
    </message>
    <message>
        <source>There is no zone file here because importing it at %1 would replace all records the domain has.</source>
        <translation>Eine Zonendatei gibt es hier nicht, weil ihr Import bei %1 alle Einträge der Domain ersetzen würde.</translation>
    </message>
    <message>
        <source>Your provider may be able to add the records for you. Clerk’s page for the domain offers that where it is.</source>
        <translation>Ihr Anbieter kann die Einträge vielleicht für Sie anlegen. Wo das geht, bietet Clerks Seite für die Domain es an.</translation>
    </message>
    <message>
        <source>Open Clerk’s page for the domain</source>
        <translation>Clerks Seite für die Domain öffnen</translation>
    </message>
    <message>
        <source>These servers are used by more than one provider: %1.</source>
        <translation>Diese Server benutzt mehr als ein Anbieter: %1.</translation>
    </message>
    <message>
        <source>The dot at the end of a value belongs to it.</source>
        <translation>Der Punkt am Ende eines Werts gehört dazu.</translation>
    </message>
    <message>
        <source>Create the subdomain of each name first; then it can have a record.</source>
        <translation>Legen Sie zuerst für jeden Namen die Subdomain an; dann kann sie einen Eintrag haben.</translation>
    </message>
    <message>
        <source>Its page sometimes refuses names with “_”. Its support can add them.</source>
        <translation>Seine Seite lehnt Namen mit „_“ manchmal ab. Sein Support kann sie anlegen.</translation>
    </message>
    <message>
        <source>There is no zone file here because the website of %1 cannot import one.</source>
        <translation>Hier gibt es keine Zonendatei, weil die Website von %1 keine importieren kann.</translation>
    </message>
    <message>
        <source>Clerk last looked at %1.</source>
        <translation>Clerk hat zuletzt um %1 nachgesehen.</translation>
    </message>
    <message>
        <source>Clerk could not be asked at %1.</source>
        <translation>Clerk konnte um %1 nicht gefragt werden.</translation>
    </message>
    <message>
        <source>Clerk also lists a record for %1, which is not within %2.</source>
        <translation>Clerk führt auch einen Eintrag für %1 auf, der nicht zu %2 gehört.</translation>
    </message>
    <message numerus="yes">
        <source>Clerk also lists %n records for names that are not within %2. The first is %1.</source>
        <translation>
            <numerusform>Clerk führt auch %n Eintrag für einen Namen auf, der nicht zu %2 gehört: %1.</numerusform>
            <numerusform>Clerk führt auch %n Einträge für Namen auf, die nicht zu %2 gehören. Der erste ist %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Golive leaves out what would change another domain than yours. Ask Clerk’s support what it is for, before anybody adds it.</source>
        <translation>Golive lässt weg, was eine andere Domain als Ihre ändern würde. Fragen Sie den Support von Clerk, wozu es dient, bevor es jemand einträgt.</translation>
    </message>
</context>
<context>
    <name>golive::DnsProviderBlock</name>
    <message>
        <source>address of the DNS page</source>
        <translation>Adresse der DNS-Seite</translation>
    </message>
    <message>
        <source>Open its DNS page</source>
        <translation>Seine DNS-Seite öffnen</translation>
    </message>
    <message>
        <source>Its guide</source>
        <translation>Seine Anleitung</translation>
    </message>
</context>
<context>
    <name>golive::DnsRecordDetails</name>
    <message>
        <source>Clerk remarks</source>
        <translation>Clerk merkt an</translation>
    </message>
    <message>
        <source>What each server answered</source>
        <translation>Was jeder Server geantwortet hat</translation>
    </message>
    <message>
        <source>full name %1</source>
        <translation>vollständiger Name %1</translation>
    </message>
    <message>
        <source>Clerk found: %1</source>
        <translation>Clerk hat gefunden: %1</translation>
    </message>
    <message>
        <source>The name in short, for providers that add the domain by themselves</source>
        <translation>Der kurze Name, für Anbieter, die die Domain selbst anhängen</translation>
    </message>
    <message>
        <source>short name of %1</source>
        <translation>kurzer Name von %1</translation>
    </message>
    <message>
        <source>all answers about %1</source>
        <translation>alle Antworten zu %1</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>Für den Support kopieren</translation>
    </message>
    <message>
        <source>The name in full, for providers that ask for it</source>
        <translation>Der volle Name, für Anbieter, die ihn verlangen</translation>
    </message>
</context>
<context>
    <name>golive::DnsRecordRow</name>
    <message>
        <source>name of %1</source>
        <translation>Name von %1</translation>
    </message>
    <message>
        <source>value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Details zu %1</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>Details einblenden</translation>
    </message>
</context>
<context>
    <name>golive::DnsRows</name>
    <message>
        <source>your provider</source>
        <translation>Ihr Anbieter</translation>
    </message>
    <message>
        <source>public resolver</source>
        <translation>öffentlicher Resolver</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>nothing there</source>
        <translation>nichts vorhanden</translation>
    </message>
    <message>
        <source>%1, kept for %2</source>
        <extracomment>%1 a time of day, %2 how long a server keeps this answer, such as &quot;40 s&quot;</extracomment>
        <translation>%1, wird %2 behalten</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Not there yet</source>
        <translation>Noch nicht da</translation>
    </message>
    <message>
        <source>Needs correcting</source>
        <translation>Zu berichtigen</translation>
    </message>
    <message>
        <source>Spreading</source>
        <translation>Verbreitet sich</translation>
    </message>
    <message>
        <source>At the provider</source>
        <translation>Beim Anbieter</translation>
    </message>
    <message>
        <source>Seen publicly</source>
        <translation>Öffentlich sichtbar</translation>
    </message>
    <message>
        <source>Seen by Clerk</source>
        <translation>Clerk sieht ihn</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Nicht feststellbar</translation>
    </message>
</context>
<context>
    <name>golive::DnsViewModel</name>
    <message>
        <source>The records are in %1. When you import the file, make sure that it adds to your records and does not replace them.</source>
        <translation>Die Einträge stehen in %1. Achten Sie beim Import darauf, dass die Datei zu Ihren Einträgen hinzukommt und sie nicht ersetzt.</translation>
    </message>
    <message>
        <source>The zone file could not be written to %1. Choose another folder.</source>
        <translation>Die Zonendatei konnte nicht nach %1 geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Clerk could not be asked about these records.</source>
        <translation>Clerk konnte nicht nach diesen Einträgen gefragt werden.</translation>
    </message>
</context>
<context>
    <name>golive::DnsWords</name>
    <message>
        <source>Sign-in (Frontend API)</source>
        <extracomment>The address under which an application&apos;s sign-in talks to Clerk</extracomment>
        <translation>Anmeldung (Frontend API)</translation>
    </message>
    <message>
        <source>Account Portal pages</source>
        <translation>Seiten des Account Portals</translation>
    </message>
    <message>
        <source>Another record Clerk asks for</source>
        <translation>Ein weiterer Eintrag, den Clerk verlangt</translation>
    </message>
    <message>
        <source>found at %1 of %2 of your provider’s servers</source>
        <translation>gefunden bei %1 von %2 Servern Ihres Anbieters</translation>
    </message>
    <message>
        <source>seen by %1 of %2 public resolvers</source>
        <translation>gesehen von %1 von %2 öffentlichen Resolvern</translation>
    </message>
    <message>
        <source>seen by Clerk</source>
        <translation>von Clerk gesehen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>seconds, abbreviated</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>minutes, abbreviated</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>hours, abbreviated</extracomment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Fallback email signature (DKIM)</source>
        <extracomment>DKIM: a signature that proves an email is genuine</extracomment>
        <translation>Ersatz-E-Mail-Signatur (DKIM)</translation>
    </message>
    <message>
        <source>Email signature (DKIM)</source>
        <translation>E-Mail-Signatur (DKIM)</translation>
    </message>
    <message>
        <source>Fallback email links</source>
        <translation>Ersatz-E-Mail-Links</translation>
    </message>
    <message>
        <source>Email links</source>
        <translation>E-Mail-Links</translation>
    </message>
    <message>
        <source>Fallback email</source>
        <translation>Ersatz-E-Mail</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
</context>
<context>
    <name>golive::DocumentWriter</name>
    <message>
        <source>Hand-over of %1</source>
        <translation>Übergabe von %1</translation>
    </message>
    <message>
        <source>Written by Golive on %1. It holds no secret and may be passed on.</source>
        <translation>Von Golive am %1 geschrieben. Das Dokument enthält kein Geheimnis und darf weitergegeben werden.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Production instance</source>
        <translation>Produktionsinstanz</translation>
    </message>
    <message>
        <source>Frontend API</source>
        <translation>Frontend API</translation>
    </message>
    <message>
        <source>Frontend API, through the proxy</source>
        <translation>Frontend API, über den Proxy</translation>
    </message>
    <message>
        <source>Account portal</source>
        <translation>Kontoportal</translation>
    </message>
    <message>
        <source>Publishable key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>Websites</source>
        <translation>Websites</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Backend</translation>
    </message>
    <message>
        <source>What was made</source>
        <translation>Was angelegt wurde</translation>
    </message>
    <message>
        <source>The application has a production instance at Clerk. It only works once the hosting has the production keys and the application was built anew.</source>
        <translation>Die Anwendung hat eine Produktionsinstanz bei Clerk. Sie funktioniert erst, wenn das Hosting die Produktionsschlüssel hat und die Anwendung neu gebaut wurde.</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>Umgebungsvariablen</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>The secret key is in Clerk’s Dashboard under API keys. Keep it out of emails, chats and version control.</source>
        <translation>Der geheime Schlüssel steht im Dashboard von Clerk unter „API keys“. Halten Sie ihn aus E-Mails, Chats und der Versionsverwaltung heraus.</translation>
    </message>
    <message>
        <source>Where to enter them: %1</source>
        <translation>Wo sie eingetragen werden: %1</translation>
    </message>
    <message>
        <source>Public variables are built into the pages: build and deploy the application anew; a restart is not enough.</source>
        <translation>Öffentliche Variablen werden in die Seiten eingebaut: Bauen und veröffentlichen Sie die Anwendung neu; ein Neustart genügt nicht.</translation>
    </message>
    <message>
        <source>DNS records</source>
        <translation>DNS-Einträge</translation>
    </message>
    <message>
        <source>Code for this application</source>
        <translation>Code für diese Anwendung</translation>
    </message>
    <message>
        <source>What remains to be done</source>
        <translation>Was noch zu tun ist</translation>
    </message>
    <message>
        <source>They have to stay as long as the application lives. All are of the type CNAME: the first name of a line leads to the second.</source>
        <translation>Sie müssen bleiben, solange die Anwendung lebt. Alle sind vom Typ CNAME: Der erste Name einer Zeile führt zum zweiten.</translation>
    </message>
    <message>
        <source>The publishable key is in Clerk’s Dashboard under API keys.</source>
        <translation>Der Publishable Key steht in Clerks Dashboard unter „API keys“.</translation>
    </message>
</context>
<context>
    <name>golive::DomainList</name>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>The list of domains cannot be read: %1: %2</source>
        <translation>Die Liste der Domains lässt sich nicht lesen: %1: %2</translation>
    </message>
    <message>
        <source>The list of domains is too long: %1 has more than %2 lines.</source>
        <translation>Die Liste der Domains ist zu lang: %1 hat mehr als %2 Zeilen.</translation>
    </message>
    <message>
        <source>There is no domain in %1.</source>
        <translation>In %1 steht keine Domain.</translation>
    </message>
</context>
<context>
    <name>golive::DomainPage</name>
    <message>
        <source>Choose the domain</source>
        <translation>Domain wählen</translation>
    </message>
    <message>
        <source>Where people find your application. It is hard to change later, so take your time.</source>
        <translation>Wo man Ihre Anwendung findet. Das lässt sich später nur schwer ändern, nehmen Sie sich also Zeit.</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Production needs a domain that you own, because Clerk’s names are added to it with DNS records. A provider’s name, such as one that ends in vercel.app, cannot take them.

A root domain is what you registered: example.com. A subdomain is a name below it: shop.example.com. With the root domain, sign-in covers every subdomain. Choose a subdomain only if another Clerk application uses the root.

Where your backend runs changes nothing in Clerk. It decides how your backend learns who is signed in: from the session cookie when it shares the website’s host, otherwise from a token in each request.</source>
        <translation>Die Produktion braucht eine Domain, die Ihnen gehört, denn Clerks Namen kommen mit DNS-Einträgen hinzu. Der Name eines Anbieters, etwa einer, der auf vercel.app endet, kann sie nicht aufnehmen.

Eine Root-Domain ist das, was Sie registriert haben: example.com. Eine Subdomain ist ein Name darunter: shop.example.com. Mit der Root-Domain gilt die Anmeldung für jede Subdomain. Wählen Sie eine Subdomain nur, wenn eine andere Clerk-Anwendung die Root-Domain benutzt.

Wo Ihr Backend läuft, ändert in Clerk nichts. Es entscheidet, wie Ihr Backend erfährt, wer angemeldet ist: aus dem Sitzungs-Cookie, wenn es den Host der Website teilt, sonst aus einem Token in jeder Anfrage.</translation>
    </message>
    <message>
        <source>&amp;Domain of your website</source>
        <translation>Do&amp;main Ihrer Website</translation>
    </message>
    <message>
        <source>Names that Clerk will use</source>
        <translation>Namen, die Clerk benutzen wird</translation>
    </message>
    <message>
        <source>(final: the production instance exists)</source>
        <translation>(endgültig: Die Produktionsinstanz besteht)</translation>
    </message>
    <message>
        <source>Looking at this domain in DNS…</source>
        <translation>Diese Domain wird im DNS nachgesehen…</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Clerk cannot be reached on this domain</source>
        <translation>Clerk ist auf dieser Domain nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>golive::DomainViewModel</name>
    <message>
        <source>Nothing was created, because Clerk did not accept the domain. Change it below, then go on.</source>
        <translation>Es wurde nichts angelegt, denn Clerk hat die Domain nicht angenommen. Ändern Sie sie unten und machen Sie dann weiter.</translation>
    </message>
    <message>
        <source>These are the names Clerk usually needs. Once the instance exists, only what Clerk lists counts, and that may be more.</source>
        <translation>Das sind die Namen, die Clerk gewöhnlich braucht. Sobald die Instanz besteht, zählt nur, was Clerk nennt, und das kann mehr sein.</translation>
    </message>
    <message>
        <source>Is %1 really the domain, or is it %2? Clerk’s names go below it, and hardly anybody wants them below www. Your website stays at %1 either way.</source>
        <translation>Ist %1 wirklich die Domain, oder ist es %2? Clerks Namen kommen darunter, und kaum jemand möchte sie unter www haben. Ihre Website bleibt in beiden Fällen bei %1.</translation>
    </message>
    <message>
        <source>Use %1 instead</source>
        <translation>Stattdessen %1 verwenden</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>%1 is a subdomain of %2. Is this the only Clerk application on %2? Then use %2: Clerk’s names go there, your website stays at %1, and sign-in covers every subdomain. Clerk calls that a primary application.
Keep %1 if other Clerk applications share %2, as staging does, or if you cannot add records to %2: Clerk’s names go below %1. Clerk calls that a secondary application.</source>
        <translation>%1 ist eine Subdomain von %2. Ist das die einzige Clerk-Anwendung auf %2? Dann verwenden Sie %2: Clerks Namen kommen dorthin, Ihre Website bleibt bei %1, und die Anmeldung gilt auf allen Subdomains. Clerk nennt das eine primäre Anwendung.
Behalten Sie %1, wenn sich andere Clerk-Anwendungen %2 teilen, wie es eine Testumgebung tut, oder wenn Sie bei %2 keine Einträge hinzufügen können: Clerks Namen kommen dann unter %1. Clerk nennt das eine sekundäre Anwendung.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Have Clerk set up its path</source>
        <translation>Clerk seinen Pfad einrichten lassen</translation>
    </message>
    <message>
        <source>%1 belongs to a hosting provider, so nobody can add Clerk’s DNS records to it. Clerk can be reached through a path on the website instead, but has not set that up for this domain; as it is, it never becomes complete. Golive can have Clerk do so by sending it the same name once more. Nothing else changes, and you can still move to a domain of your own later.</source>
        <translation>%1 gehört einem Hosting-Anbieter, daher kann dort niemand Clerks DNS-Einträge anlegen. Clerk lässt sich stattdessen über einen Pfad auf der Website erreichen, hat das für diese Domain aber nicht eingerichtet; so wird sie niemals fertig. Golive kann Clerk dazu bringen, indem es ihm denselben Namen noch einmal sendet. Sonst ändert sich nichts, und Sie können später immer noch zu einer eigenen Domain wechseln.</translation>
    </message>
    <message>
        <source>Clerk is now reached through %1. Your website has to hand this path on to Clerk: the step “Hand over” has the code for it.</source>
        <translation>Clerk ist jetzt über %1 erreichbar. Ihre Website muss diesen Pfad an Clerk weiterreichen: Der Schritt „Übergeben“ hat den Code dafür.</translation>
    </message>
</context>
<context>
    <name>golive::DomainWords</name>
    <message>
        <source>Type the domain of your website, such as example.com.</source>
        <translation>Geben Sie die Domain Ihrer Website ein, zum Beispiel example.com.</translation>
    </message>
    <message>
        <source>This is not a domain on the internet. Type a name such as example.com.</source>
        <translation>Das ist keine Domain im Internet. Geben Sie einen Namen wie example.com ein.</translation>
    </message>
    <message>
        <source>Something is missing after “%1”: type the whole domain, such as example.com.</source>
        <translation>Nach „%1“ fehlt etwas: Geben Sie die ganze Domain ein, zum Beispiel example.com.</translation>
    </message>
    <message>
        <source>This is an IP address. Clerk needs a domain, such as example.com.</source>
        <translation>Das ist eine IP-Adresse. Clerk braucht eine Domain, zum Beispiel example.com.</translation>
    </message>
    <message>
        <source>This is an email address. Type the domain of your website, such as example.com.</source>
        <translation>Das ist eine E-Mail-Adresse. Geben Sie die Domain Ihrer Website ein, zum Beispiel example.com.</translation>
    </message>
    <message>
        <source>The part “%1” is too long: 63 characters between two dots are the limit.</source>
        <translation>Der Teil „%1“ ist zu lang: Zwischen zwei Punkten dürfen höchstens 63 Zeichen stehen.</translation>
    </message>
    <message>
        <source>The name is too long: 253 characters are the limit.</source>
        <translation>Der Name ist zu lang: Höchstens 253 Zeichen sind erlaubt.</translation>
    </message>
    <message>
        <source>There are two dots without anything between them. Take one away.</source>
        <translation>Da stehen zwei Punkte ohne etwas dazwischen. Nehmen Sie einen weg.</translation>
    </message>
    <message>
        <source>“%1” cannot be part of a domain: use letters, digits and hyphens, with no hyphen at either end.</source>
        <translation>„%1“ kann nicht Teil einer Domain sein: Verwenden Sie Buchstaben, Ziffern und Bindestriche, ohne Bindestrich am Anfang oder Ende.</translation>
    </message>
    <message>
        <source>“%1” is an ending that many people share. Type the name you registered below it, such as example.%1.</source>
        <translation>„%1“ ist eine Endung, die sich viele teilen. Geben Sie den Namen ein, den Sie darunter registriert haben, zum Beispiel example.%1.</translation>
    </message>
    <message>
        <source>This name belongs to a hosting provider (%1). You cannot add DNS records to it, so Clerk cannot use it in production. Connect a domain of your own there, then type that one.</source>
        <translation>Dieser Name gehört einem Hosting-Anbieter (%1). Sie können dort keine DNS-Einträge anlegen, deshalb kann Clerk ihn nicht in der Produktion benutzen. Verbinden Sie dort eine eigene Domain und geben Sie dann diese ein.</translation>
    </message>
    <message>
        <source>Understood as %1. In DNS it is written %2.</source>
        <translation>Verstanden als %1. Im DNS schreibt sie sich %2.</translation>
    </message>
    <message>
        <source>Understood as %1.</source>
        <translation>Verstanden als %1.</translation>
    </message>
    <message>
        <source>%1 is a root domain. Clerk puts its names on it, and people who sign in are signed in on all its subdomains.</source>
        <translation>%1 ist eine Root-Domain. Clerk legt seine Namen darunter an, und wer sich anmeldet, ist auf allen ihren Subdomains angemeldet.</translation>
    </message>
    <message>
        <source>This name mixes letters of several alphabets, some of which look alike. Make sure that it is the domain you own.</source>
        <translation>Dieser Name mischt Buchstaben mehrerer Alphabete, von denen einige gleich aussehen. Vergewissern Sie sich, dass es die Domain ist, die Ihnen gehört.</translation>
    </message>
    <message>
        <source>“.%1” is not a known ending of domains. Check the spelling.</source>
        <translation>„.%1“ ist keine bekannte Endung von Domains. Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>Your website talks to Clerk here</source>
        <translation>Hier spricht Ihre Website mit Clerk</translation>
    </message>
    <message>
        <source>Clerk’s own pages for signing in</source>
        <translation>Clerks eigene Seiten für die Anmeldung</translation>
    </message>
    <message>
        <source>Sender of Clerk’s mail to your users</source>
        <translation>Absender der E-Mails, die Clerk an Ihre Nutzer schickt</translation>
    </message>
    <message>
        <source>Takes mail that bounces, and vouches for the sender</source>
        <translation>Nimmt unzustellbare E-Mails an und bürgt für den Absender</translation>
    </message>
    <message>
        <source>Key that signs the mail</source>
        <translation>Schlüssel, der die E-Mails signiert</translation>
    </message>
    <message>
        <source>%1 is a subdomain of %2. Clerk should put its names below it, and says what it filed only when the instance is created; Golive compares then, before anything else.</source>
        <translation>%1 ist eine Subdomain von %2. Clerk sollte seine Namen darunter setzen und sagt erst beim Anlegen der Instanz, was es eingetragen hat; Golive vergleicht das dann als Erstes.</translation>
    </message>
</context>
<context>
    <name>golive::EnvironmentCard</name>
    <message>
        <source>Environment variables</source>
        <translation>Umgebungsvariablen</translation>
    </message>
    <message>
        <source>Environment variables, with the secret key hidden</source>
        <translation>Umgebungsvariablen, der geheime Schlüssel verdeckt</translation>
    </message>
    <message>
        <source>Include the secret key</source>
        <translation>Geheimen Schlüssel aufnehmen</translation>
    </message>
    <message>
        <source>the environment variables</source>
        <translation>die Umgebungsvariablen</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>In Datei speichern …</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner auswählen …</translation>
    </message>
    <message>
        <source>Write into the file</source>
        <translation>In die Datei schreiben</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>Gebaut mit</translation>
    </message>
    <message>
        <source>Is the application’s folder on this computer? Choose it, or drop it on this window, and Golive writes the variables into the right file. Everything else in the file stays as it is.</source>
        <translation>Liegt der Ordner der Anwendung auf diesem Computer? Wählen Sie ihn aus, oder ziehen Sie ihn auf dieses Fenster; Golive schreibt die Variablen dann in die richtige Datei. Alles andere in der Datei bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose the application’s folder</source>
        <translation>Ordner der Anwendung auswählen</translation>
    </message>
    <message>
        <source>Save the environment variables</source>
        <translation>Umgebungsvariablen speichern</translation>
    </message>
    <message>
        <source>Write into %1</source>
        <translation>In %1 schreiben</translation>
    </message>
    <message>
        <source>It is an earlier domain of this application</source>
        <translation>Es ist eine frühere Domain dieser Anwendung</translation>
    </message>
</context>
<context>
    <name>golive::EnvironmentPart</name>
    <message>
        <source>%1 has the right values already; nothing was changed.</source>
        <translation>%1 enthält bereits die richtigen Werte; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The variables are in %1.</source>
        <translation>Die Variablen stehen in %1.</translation>
    </message>
    <message>
        <source>The file as it was is kept beside it as %1.</source>
        <translation>Die vorherige Fassung der Datei liegt daneben als %1.</translation>
    </message>
    <message>
        <source>It holds a secret key: send it to nobody, and keep it out of version control.</source>
        <translation>Sie enthält einen geheimen Schlüssel: Schicken Sie sie niemandem, und halten Sie sie aus der Versionsverwaltung heraus.</translation>
    </message>
</context>
<context>
    <name>golive::EnvironmentWords</name>
    <message>
        <source>Golive does not recognise what this application is built with. Choose it above.</source>
        <translation>Golive erkennt nicht, womit diese Anwendung gebaut ist. Wählen Sie es oben aus.</translation>
    </message>
    <message>
        <source>This looks like %1, going by %2.</source>
        <translation>Das sieht nach %1 aus, nach %2 zu urteilen.</translation>
    </message>
    <message>
        <source>%1 is not a folder on this computer.</source>
        <translation>%1 ist kein Ordner auf diesem Computer.</translation>
    </message>
    <message>
        <source>%1 cannot be opened. Check who may read it.</source>
        <translation>%1 lässt sich nicht öffnen. Prüfen Sie, wer den Ordner lesen darf.</translation>
    </message>
    <message>
        <source>%1 cannot be read: it is not valid JSON. Mend it, or choose what the application is built with by hand.</source>
        <translation>%1 lässt sich nicht lesen: Die Datei ist kein gültiges JSON. Berichtigen Sie sie, oder wählen Sie von Hand, womit die Anwendung gebaut ist.</translation>
    </message>
    <message>
        <source>This folder holds several applications. Choose the folder of the one that people visit.</source>
        <translation>Dieser Ordner enthält mehrere Anwendungen. Wählen Sie den Ordner derjenigen, die besucht wird.</translation>
    </message>
    <message>
        <source>This folder holds several applications. Choose the folder of one of them: %1.</source>
        <translation>Dieser Ordner enthält mehrere Anwendungen. Wählen Sie den Ordner einer von ihnen: %1.</translation>
    </message>
    <message>
        <source>%1 is added.</source>
        <translation>%1 kommt hinzu.</translation>
    </message>
    <message>
        <source>%1 is right already.</source>
        <translation>%1 stimmt bereits.</translation>
    </message>
    <message>
        <source>%1 is replaced in all %2 places.</source>
        <translation>%1 wird an allen %2 Stellen ersetzt.</translation>
    </message>
    <message>
        <source>%1 is replaced.</source>
        <translation>%1 wird ersetzt.</translation>
    </message>
    <message>
        <source>%1 is not a plain text file in UTF-8, so Golive leaves it alone. Save it as UTF-8 first, or choose another file.</source>
        <translation>%1 ist keine reine Textdatei in UTF-8, deshalb lässt Golive sie in Ruhe. Speichern Sie sie erst als UTF-8, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 holds the key of another application: %2 is for %3. Golive does not mix two applications’ keys. Choose another file, or remove that line first.</source>
        <translation>%1 enthält den Schlüssel einer anderen Anwendung: %2 gehört zu %3. Golive mischt die Schlüssel zweier Anwendungen nicht. Wählen Sie eine andere Datei, oder entfernen Sie erst diese Zeile.</translation>
    </message>
    <message>
        <source>Git does not ignore %1: the next “git add” may take it in. Add it to .gitignore first.</source>
        <translation>Git ignoriert %1 nicht: Das nächste „git add“ nimmt die Datei vielleicht auf. Tragen Sie sie erst in .gitignore ein.</translation>
    </message>
    <message>
        <source>Git keeps %1: whoever sees the repository sees what is in it. Never write a secret key there.</source>
        <translation>Git verwahrt %1: Wer das Repository sieht, sieht auch den Inhalt. Schreiben Sie nie einen geheimen Schlüssel hinein.</translation>
    </message>
    <message>
        <source>%1 holds your development keys. Production keys do not work on your own computer (localhost), so %2 is the better place.</source>
        <translation>%1 enthält Ihre Entwicklungsschlüssel. Produktionsschlüssel funktionieren auf Ihrem eigenen Computer (localhost) nicht, deshalb ist %2 der bessere Ort.</translation>
    </message>
    <message>
        <source>%1 holds your development keys. Production keys do not work on your own computer (localhost): write there only if this copy is for the server.</source>
        <translation>%1 enthält Ihre Entwicklungsschlüssel. Produktionsschlüssel funktionieren auf Ihrem eigenen Computer (localhost) nicht: Schreiben Sie nur hinein, wenn diese Fassung für den Server ist.</translation>
    </message>
    <message>
        <source>Development keys stay in %1. Keys of development and production do not work together.</source>
        <translation>In %1 bleiben Entwicklungsschlüssel. Schlüssel der Entwicklung und der Produktion arbeiten nicht zusammen.</translation>
    </message>
    <message>
        <source>%1 runs in people’s hands, where everybody could read a secret key. It never gets one.</source>
        <translation>%1 läuft in den Händen der Leute, wo jeder einen geheimen Schlüssel lesen könnte. Einen solchen bekommt die Anwendung nie.</translation>
    </message>
    <message>
        <source>Getting the secret key…</source>
        <translation>Der geheime Schlüssel wird geholt …</translation>
    </message>
    <message>
        <source>The file is then for its owner alone. Send it to nobody, and keep it out of version control.</source>
        <translation>Die Datei darf dann nur ihr Besitzer lesen. Schicken Sie sie niemandem, und halten Sie sie aus der Versionsverwaltung heraus.</translation>
    </message>
    <message>
        <source>Your server needs the secret key as well. Leave this off if you enter it at your hosting yourself.</source>
        <translation>Ihr Server braucht auch den geheimen Schlüssel. Lassen Sie dies aus, wenn Sie ihn selbst bei Ihrem Hosting eintragen.</translation>
    </message>
    <message>
        <source>%1 holds the key of another application, or of an earlier domain of this one: %2 is for %3. Golive does not mix two applications’ keys. Choose another file, or remove that line first.</source>
        <translation>%1 enthält den Schlüssel einer anderen Anwendung oder einer früheren Domain dieser Anwendung: %2 gehört zu %3. Golive vermischt die Schlüssel zweier Anwendungen nicht. Wählen Sie eine andere Datei, oder entfernen Sie zuerst diese Zeile.</translation>
    </message>
    <message>
        <source>In %1, the value of %2 has a quotation mark behind a backslash, so it is doubtful where it ends, and new keys further down would change it. Golive leaves the file alone. Remove that backslash or the quotation marks first, or choose another file.</source>
        <translation>In %1 steht im Wert von %2 ein Anführungszeichen hinter einem umgekehrten Schrägstrich. Wo der Wert endet, ist deshalb zweifelhaft, und neue Schlüssel weiter unten würden ihn ändern. Golive lässt die Datei, wie sie ist. Entfernen Sie zuerst diesen Schrägstrich oder die Anführungszeichen, oder wählen Sie eine andere Datei.</translation>
    </message>
</context>
<context>
    <name>golive::ErrorText</name>
    <message>
        <source>Clerk could not be reached. Check your internet connection, then try again.</source>
        <translation>Clerk war nicht erreichbar. Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>A proxy between this computer and Clerk did not let the request through. Check the proxy in your system’s network settings, or ask whoever looks after your network.</source>
        <translation>Ein Proxy zwischen diesem Computer und Clerk hat die Anfrage nicht durchgelassen. Prüfen Sie den Proxy in den Netzwerkeinstellungen Ihres Systems oder fragen Sie, wer Ihr Netz betreut.</translation>
    </message>
    <message>
        <source>A secure connection to Clerk could not be made. Check this computer’s date and time, and whether your network inspects encrypted traffic.</source>
        <translation>Eine sichere Verbindung zu Clerk kam nicht zustande. Prüfen Sie Datum und Uhrzeit dieses Computers und ob Ihr Netz verschlüsselte Verbindungen mitliest.</translation>
    </message>
    <message>
        <source>Clerk took too long to answer. Check your internet connection, then try again.</source>
        <translation>Clerk hat zu lange für eine Antwort gebraucht. Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Clerk does not have this any more, or this key may not see it. Go back and choose again.</source>
        <translation>Clerk hat das nicht mehr, oder dieser Schlüssel darf es nicht sehen. Gehen Sie zurück und wählen Sie noch einmal.</translation>
    </message>
    <message>
        <source>This application has a production instance already. Nothing was changed. Continue with the one that is there.</source>
        <translation>Diese Anwendung hat schon eine Produktionsinstanz. Es wurde nichts geändert. Machen Sie mit der vorhandenen weiter.</translation>
    </message>
    <message>
        <source>Another Clerk application already uses this domain. Choose a different domain, or remove it from the other application first.</source>
        <translation>Eine andere Clerk-Anwendung benutzt diese Domain schon. Wählen Sie eine andere Domain oder entfernen Sie sie zuerst aus der anderen Anwendung.</translation>
    </message>
    <message>
        <source>Clerk does not allow this domain in production, because it is reserved or belongs to a hosting provider. Choose a domain that you own.</source>
        <translation>Clerk erlaubt diese Domain in der Produktion nicht, weil sie reserviert ist oder einem Hosting-Anbieter gehört. Wählen Sie eine Domain, die Ihnen gehört.</translation>
    </message>
    <message>
        <source>Somebody changed these settings in the meantime. Nothing was saved. Look at the current settings, then save again.</source>
        <translation>Jemand hat diese Einstellungen inzwischen geändert. Es wurde nichts gespeichert. Sehen Sie sich die jetzigen Einstellungen an und speichern Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Clerk is still working on this.</source>
        <translation>Clerk arbeitet noch daran.</translation>
    </message>
    <message>
        <source>Clerk did not accept what was entered. Check the values on this page, then try again.</source>
        <translation>Clerk hat die Eingaben nicht angenommen. Prüfen Sie die Werte auf dieser Seite und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Clerk received too many requests from this workspace.</source>
        <translation>Clerk hat zu viele Anfragen von diesem Workspace erhalten.</translation>
    </message>
    <message>
        <source>Clerk has a problem on its side.</source>
        <translation>Clerk hat selbst gerade ein Problem.</translation>
    </message>
    <message>
        <source>Clerk’s answer could not be understood. Try again. If it happens again, give the details to support.</source>
        <translation>Clerks Antwort war nicht zu verstehen. Versuchen Sie es noch einmal. Geschieht es wieder, geben Sie die Details an den Support weiter.</translation>
    </message>
    <message>
        <source>This computer has no password store that can be used, so nothing can be kept in it.</source>
        <translation>Dieser Computer hat keinen Passwortspeicher, der sich benutzen lässt; deshalb kann nichts darin abgelegt werden.</translation>
    </message>
    <message>
        <source>This computer’s password store is locked. Unlock it, then try again.</source>
        <translation>Der Passwortspeicher dieses Computers ist gesperrt. Entsperren Sie ihn und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>This computer’s password store does not answer. Look for a window that asks for its password, then try again.</source>
        <translation>Der Passwortspeicher dieses Computers antwortet nicht. Suchen Sie ein Fenster, das nach seinem Passwort fragt, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The key is not in this computer’s password store. It may have been removed there.</source>
        <translation>Der Schlüssel ist nicht im Passwortspeicher dieses Computers. Vielleicht wurde er dort entfernt.</translation>
    </message>
    <message>
        <source>A file could not be read or written on this computer. Check that the disk is not full and that you may write there, then try again.</source>
        <translation>Eine Datei auf diesem Computer konnte nicht gelesen oder geschrieben werden. Prüfen Sie, ob die Festplatte nicht voll ist und ob Sie dort schreiben dürfen, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>This was stopped before the answer came. Look at what is there before you try again.</source>
        <translation>Das wurde angehalten, bevor die Antwort kam. Sehen Sie nach, was da ist, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <translation>Meldung: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Field: %1</source>
        <translation>Feld: %1</translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation>Namen: %1</translation>
    </message>
    <message>
        <source>Clerk’s trace id: %1</source>
        <translation>Clerks Trace-ID: %1</translation>
    </message>
    <message>
        <source>This key is not allowed to do that. Use a key with more permissions, or ask an administrator of your Clerk workspace for one.</source>
        <translation>Dieser Schlüssel darf das nicht. Verwenden Sie einen Schlüssel mit mehr Berechtigungen oder bitten Sie einen Administrator Ihres Clerk-Workspace um einen.</translation>
    </message>
    <message>
        <source>This key is not allowed to do that. It lacks the permission %1. Use a key that has it, or ask an administrator of your Clerk workspace for one.</source>
        <translation>Dieser Schlüssel darf das nicht. Ihm fehlt die Berechtigung %1. Verwenden Sie einen Schlüssel, der sie hat, oder bitten Sie einen Administrator Ihres Clerk-Workspace um einen.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Warten Sie einen Augenblick und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n seconds, then try again.</source>
        <translation>
            <numerusform>Warten Sie %n Sekunde und versuchen Sie es dann noch einmal.</numerusform>
            <numerusform>Warten Sie %n Sekunden und versuchen Sie es dann noch einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wait about %n minutes, then try again.</source>
        <translation>
            <numerusform>Warten Sie etwa %n Minute und versuchen Sie es dann noch einmal.</numerusform>
            <numerusform>Warten Sie etwa %n Minuten und versuchen Sie es dann noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clerk does not accept this key. It may be incomplete, expired or revoked. Copy it again from Clerk’s Dashboard or make a new one there, and enter it in the step “Connect”.</source>
        <translation>Clerk nimmt diesen Schlüssel nicht an. Er ist vielleicht unvollständig, abgelaufen oder widerrufen. Kopieren Sie ihn noch einmal aus Clerks Dashboard oder erzeugen Sie dort einen neuen, und geben Sie ihn im Schritt „Verbinden“ ein.</translation>
    </message>
    <message>
        <source>Your Clerk plan does not include every feature that development uses. Upgrade the plan, or switch those features off in development. Nothing was changed.</source>
        <translation>Ihr Clerk-Plan enthält nicht alle Funktionen, die die Entwicklung benutzt. Wechseln Sie zu einem größeren Plan oder schalten Sie diese Funktionen in der Entwicklung ab. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Your Clerk plan does not include what development uses: %1. Upgrade the plan, or switch it off in development. Nothing was changed.</source>
        <translation>Ihr Clerk-Plan enthält nicht, was die Entwicklung benutzt: %1. Wechseln Sie zu einem größeren Plan oder schalten Sie es in der Entwicklung ab. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The password store stays locked, because its question was closed or could not be shown.</source>
        <translation>Der Passwortspeicher bleibt gesperrt, weil seine Frage geschlossen wurde oder nicht gezeigt werden konnte.</translation>
    </message>
    <message>
        <source>This computer’s password store cannot be reached, because this session has no message bus (D-Bus). Sign in to your desktop anew, or start Golive from there.</source>
        <translation>Der Passwortspeicher dieses Computers ist nicht erreichbar, weil diese Sitzung keinen Nachrichtenbus (D-Bus) hat. Melden Sie sich neu an Ihrer Arbeitsumgebung an, oder starten Sie Golive von dort.</translation>
    </message>
    <message>
        <source>No password store is running on this computer. Install or start GNOME Keyring, KWallet or KeePassXC, then try again.</source>
        <translation>Auf diesem Computer läuft kein Passwortspeicher. Installieren oder starten Sie GNOME Keyring, KWallet oder KeePassXC und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The library libsecret is missing, through which Golive talks to the password store. Install the package libsecret-1-0, then start Golive again.</source>
        <translation>Die Bibliothek libsecret fehlt, über die Golive mit dem Passwortspeicher spricht. Installieren Sie das Paket libsecret-1-0 und starten Sie Golive dann neu.</translation>
    </message>
    <message>
        <source>The password store ended before it answered. Whether it kept anything is not known. Try again.</source>
        <translation>Der Passwortspeicher wurde beendet, bevor er antwortete. Ob er etwas aufbewahrt hat, ist nicht bekannt. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The password store took the key, but does not have it. Look at it with its own program.</source>
        <translation>Der Passwortspeicher hat den Schlüssel angenommen, hat ihn aber nicht. Sehen Sie mit seinem eigenen Programm nach.</translation>
    </message>
    <message>
        <source>A proxy between this computer and Clerk wants a user name and password. Enter them in your system’s network settings, or start Golive with the environment variable https_proxy=http://name:password@proxy:port. Whoever looks after your network knows them.</source>
        <translation>Ein Proxy zwischen diesem Computer und Clerk verlangt Benutzername und Passwort. Tragen Sie beides in den Netzwerkeinstellungen Ihres Systems ein, oder starten Sie Golive mit der Umgebungsvariablen https_proxy=http://name:password@proxy:port. Wer Ihr Netz betreut, kennt die Angaben.</translation>
    </message>
    <message>
        <source>The proxy that your system’s network settings name does not answer. Check your internet connection and the proxy in those settings, or ask whoever looks after your network.</source>
        <translation>Der Proxy, den die Netzwerkeinstellungen Ihres Systems nennen, antwortet nicht. Prüfen Sie Ihre Internetverbindung und den Proxy in diesen Einstellungen, oder fragen Sie, wer Ihr Netz betreut.</translation>
    </message>
    <message>
        <source>Something other than Clerk answered: a sign-in page of your network, a filter or proxy on the way, or another server. This says nothing about your key. Open any website in your web browser, sign in to the network if it asks you to, then try again; or use another network.</source>
        <translation>Etwas anderes als Clerk hat geantwortet: eine Anmeldeseite Ihres Netzes, ein Filter oder Proxy auf dem Weg oder ein anderer Server. Über Ihren Schlüssel sagt das nichts. Öffnen Sie im Webbrowser eine beliebige Website, melden Sie sich beim Netz an, falls es das verlangt, und versuchen Sie es noch einmal; oder nehmen Sie ein anderes Netz.</translation>
    </message>
</context>
<context>
    <name>golive::ExportedReport</name>
    <message>
        <source>The report could not be written to %1: %2</source>
        <translation>Der Bericht konnte nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The report is in %1. Read it before you send it.</source>
        <translation>Der Bericht steht in %1. Lesen Sie ihn, bevor Sie ihn verschicken.</translation>
    </message>
</context>
<context>
    <name>golive::GoLivePage</name>
    <message>
        <source>Clerk’s last checks, then the production keys for your application.</source>
        <translation>Clerks letzte Prüfungen, danach die Produktionsschlüssel für Ihre Anwendung.</translation>
    </message>
    <message>
        <source>Clerk checks the DNS records, then gets a certificate for your sign-in hosts and sets up mail. You may close Golive meanwhile; it continues where you left off.

The publishable key is not secret: it is built into your pages. The secret key belongs on your server and nowhere else.

Production keys work on the production domain only. Keep the development keys for your own computer.</source>
        <translation>Clerk prüft die DNS-Einträge, besorgt dann ein Zertifikat für die Hosts Ihrer Anmeldung und richtet E-Mail ein. Sie dürfen Golive so lange schließen; es macht dort weiter, wo Sie aufgehört haben.

Der Publishable Key ist nicht geheim: Er wird in Ihre Seiten eingebaut. Der Secret Key gehört auf Ihren Server und sonst nirgendwohin.

Produktionsschlüssel funktionieren nur auf der Produktionsdomain. Behalten Sie die Entwicklungsschlüssel für Ihren eigenen Computer.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Open Clerk’s Domains page</source>
        <translation>Clerks Seite „Domains“ öffnen</translation>
    </message>
    <message>
        <source>Production keys</source>
        <translation>Produktionsschlüssel</translation>
    </message>
    <message>
        <source>Publishable key</source>
        <translation>Publishable Key</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Secret Key</translation>
    </message>
    <message>
        <source>Get the secret key</source>
        <translation>Secret Key holen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Getting the secret key…</source>
        <translation>Der Secret Key wird geholt …</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Live gehen</translation>
    </message>
    <message>
        <source>Open your site</source>
        <translation>Ihre Website öffnen</translation>
    </message>
    <message>
        <source>What Clerk reports</source>
        <translation>Was Clerk meldet</translation>
    </message>
    <message>
        <source>Open Clerk’s API keys page</source>
        <translation>Clerks Seite „API keys“ öffnen</translation>
    </message>
    <message>
        <source>The secret key of production</source>
        <translation>Der Secret Key der Produktion</translation>
    </message>
</context>
<context>
    <name>golive::GoLiveViewModel</name>
    <message>
        <source>The secret key is in this computer’s password store now.</source>
        <translation>Der Secret Key ist jetzt im Passwortspeicher dieses Computers.</translation>
    </message>
    <message>
        <source>Clerk was last asked at %1.</source>
        <translation>Clerk wurde zuletzt um %1 gefragt.</translation>
    </message>
    <message>
        <source>Clerk could not be asked how far it is.</source>
        <translation>Clerk konnte nicht gefragt werden, wie weit es ist.</translation>
    </message>
</context>
<context>
    <name>golive::GoLiveWords</name>
    <message>
        <source>DNS records</source>
        <translation>DNS-Einträge</translation>
    </message>
    <message>
        <source>Clerk sees every record it needs.</source>
        <translation>Clerk sieht jeden Eintrag, den es braucht.</translation>
    </message>
    <message>
        <source>Clerk sees %1 of %2 records. Your turn: the DNS records step says what is missing.</source>
        <translation>Clerk sieht %1 von %2 Einträgen. Sie sind dran: Der Schritt „DNS-Einträge“ sagt, was fehlt.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Your sign-in hosts have their certificate.</source>
        <translation>Die Hosts Ihrer Anmeldung haben ihr Zertifikat.</translation>
    </message>
    <message>
        <source>The certificate could not be issued. Clerk’s Domains page shows why and has a button to try again. A CAA record on your domain is the usual cause.</source>
        <translation>Das Zertifikat konnte nicht ausgestellt werden. Clerks Seite „Domains“ zeigt den Grund und hat eine Schaltfläche für einen neuen Versuch. Meist liegt es an einem CAA-Eintrag Ihrer Domain.</translation>
    </message>
    <message>
        <source>Being issued. This takes a few minutes; nothing is left for you to do.</source>
        <translation>Wird ausgestellt. Das dauert einige Minuten; für Sie bleibt nichts zu tun.</translation>
    </message>
    <message>
        <source>Starts in a moment. If nothing happens for several minutes, open Clerk’s Domains page and press “Deploy certificates”.</source>
        <translation>Beginnt gleich. Geschieht mehrere Minuten lang nichts, öffnen Sie Clerks Seite „Domains“ und drücken Sie „Deploy certificates“.</translation>
    </message>
    <message>
        <source>Starts by itself once the DNS records are seen.</source>
        <translation>Beginnt von selbst, sobald die DNS-Einträge gesehen werden.</translation>
    </message>
    <message>
        <source>Codes and links are sent from your own domain.</source>
        <translation>Codes und Links werden von Ihrer eigenen Domain verschickt.</translation>
    </message>
    <message>
        <source>Something is wrong with the mail records. Look at the DNS records step.</source>
        <translation>Mit den Einträgen für E-Mail stimmt etwas nicht. Sehen Sie im Schritt „DNS-Einträge“ nach.</translation>
    </message>
    <message>
        <source>Being set up. Nothing is left for you to do.</source>
        <translation>Wird eingerichtet. Für Sie bleibt nichts zu tun.</translation>
    </message>
    <message>
        <source>Starts by itself once the mail records are seen.</source>
        <translation>Beginnt von selbst, sobald die Einträge für E-Mail gesehen werden.</translation>
    </message>
    <message>
        <source>Frontend API proxy</source>
        <translation>Proxy der Frontend API</translation>
    </message>
    <message>
        <source>Clerk reaches its Frontend API through your application.</source>
        <translation>Clerk erreicht seine Frontend API über Ihre Anwendung.</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Clerk reports everything complete.</source>
        <translation>Clerk meldet alles als vollständig.</translation>
    </message>
    <message>
        <source>Clerk is finishing. Nothing is left for you to do.</source>
        <translation>Clerk bringt es zu Ende. Für Sie bleibt nichts zu tun.</translation>
    </message>
    <message>
        <source>Complete as soon as the lines above are.</source>
        <translation>Vollständig, sobald es die Zeilen darüber sind.</translation>
    </message>
    <message>
        <source>Clerk could not be asked at %1: %2 Golive tries again by itself.</source>
        <translation>Clerk konnte um %1 nicht gefragt werden: %2 Golive versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Clerk does not let this Platform API key read secret keys. Open the API keys page of the production instance in Clerk’s Dashboard and copy the secret key there.</source>
        <translation>Clerk lässt diesen Platform-API-Schlüssel keine Secret Keys lesen. Öffnen Sie in Clerks Dashboard die Seite „API keys“ der Produktionsinstanz und kopieren Sie den Secret Key dort.</translation>
    </message>
    <message>
        <source>The secret key is in this computer’s password store.</source>
        <translation>Der Secret Key ist im Passwortspeicher dieses Computers.</translation>
    </message>
    <message>
        <source>The secret key is not on this computer; Golive asks Clerk for it when you need it.</source>
        <translation>Der Secret Key ist nicht auf diesem Computer; Golive fragt Clerk danach, wenn Sie ihn brauchen.</translation>
    </message>
    <message>
        <source>Clerk has not seen the records yet. Your turn: the DNS records step says what to add.</source>
        <translation>Clerk hat die Einträge noch nicht gesehen. Sie sind dran: Der Schritt „DNS-Einträge“ sagt, was anzulegen ist.</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Clerk does not reach its Frontend API through your application yet. Check that the application passes requests to /__clerk on to Clerk.</source>
        <translation>Clerk erreicht seine Frontend API noch nicht über Ihre Anwendung. Prüfen Sie, ob die Anwendung Anfragen an /__clerk an Clerk weiterreicht.</translation>
    </message>
    <message>
        <source>There is no production instance yet</source>
        <translation>Es gibt noch keine Produktionsinstanz</translation>
    </message>
    <message>
        <source>Asking Clerk how your domain stands</source>
        <translation>Clerk wird gefragt, wie es um Ihre Domain steht</translation>
    </message>
    <message>
        <source>Waiting for your DNS records</source>
        <translation>Golive wartet auf Ihre DNS-Einträge</translation>
    </message>
    <message>
        <source>Clerk is finishing</source>
        <translation>Clerk bringt es zu Ende</translation>
    </message>
    <message>
        <source>Something needs your attention</source>
        <translation>Etwas braucht Ihre Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Your domain is live</source>
        <translation>Ihre Domain ist live</translation>
    </message>
    <message>
        <source>Create it first. Then Clerk can check its domain.</source>
        <translation>Legen Sie sie zuerst an. Dann kann Clerk ihre Domain prüfen.</translation>
    </message>
    <message>
        <source>The answer takes a few seconds.</source>
        <translation>Die Antwort braucht einige Sekunden.</translation>
    </message>
    <message>
        <source>New records take minutes to be seen, sometimes hours. You may close Golive meanwhile.</source>
        <translation>Bis neue Einträge gesehen werden, dauert es Minuten, manchmal Stunden. Sie dürfen Golive so lange schließen.</translation>
    </message>
    <message>
        <source>Nothing is left for you to do here. Certificate and mail take a few minutes.</source>
        <translation>Hier bleibt für Sie nichts zu tun. Zertifikat und E-Mail brauchen einige Minuten.</translation>
    </message>
    <message>
        <source>The line marked below says what failed and what to do.</source>
        <translation>Die markierte Zeile unten sagt, was nicht geklappt hat und was zu tun ist.</translation>
    </message>
    <message>
        <source>Records, certificate and mail are in place. Now your application needs the production keys.</source>
        <translation>Einträge, Zertifikat und E-Mail sind da. Jetzt braucht Ihre Anwendung die Produktionsschlüssel.</translation>
    </message>
    <message>
        <source>The secret key is kept until you close Golive: in practice mode nothing is stored.</source>
        <translation>Der Secret Key bleibt, bis Sie Golive schließen: Im Übungsmodus wird nichts abgelegt.</translation>
    </message>
    <message>
        <source>The secret key is only in this program’s memory.</source>
        <translation>Der Secret Key ist nur im Speicher dieses Programms.</translation>
    </message>
    <message>
        <source>Clerk could not be asked at %1. Golive tries again by itself.</source>
        <translation>Clerk konnte um %1 nicht gefragt werden. Golive versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Clerk does not list %1 any more</source>
        <translation>Clerk führt %1 nicht mehr auf</translation>
    </message>
    <message>
        <source>Nobody can sign in without a domain. The step “DNS records” says what to do about it.</source>
        <translation>Ohne Domain kann sich niemand anmelden. Der Schritt „DNS-Einträge“ sagt, was zu tun ist.</translation>
    </message>
</context>
<context>
    <name>golive::GoodNews</name>
    <message>
        <source>The DNS records of %1 are in place</source>
        <translation>Die DNS-Einträge von %1 sind da</translation>
    </message>
    <message>
        <source>Clerk sees all of them. You can continue in Golive.</source>
        <translation>Clerk sieht alle. Sie können in Golive weitermachen.</translation>
    </message>
</context>
<context>
    <name>golive::HandoverList</name>
    <message>
        <source>What remains</source>
        <translation>Was noch bleibt</translation>
    </message>
    <message>
        <source>What remains: nothing, everything is ticked</source>
        <translation>Was noch bleibt: nichts, alles ist abgehakt</translation>
    </message>
</context>
<context>
    <name>golive::HandoverPage</name>
    <message>
        <source>Save the document…</source>
        <translation>Dokument speichern …</translation>
    </message>
    <message>
        <source>the document as Markdown</source>
        <translation>das Dokument als Markdown</translation>
    </message>
    <message>
        <source>My hosting has the production keys, and the application was built anew</source>
        <translation>Mein Hosting hat die Produktionsschlüssel, und die Anwendung wurde neu gebaut</translation>
    </message>
    <message>
        <source>Your application and its hosting learn about production.</source>
        <translation>Ihre Anwendung und ihr Hosting erfahren von der Produktion.</translation>
    </message>
    <message>
        <source>Two things decide whether people can sign in: the hosting has the production keys, and the application was built anew with them.

If you do not program, save the document and send it to your developer. It holds no secret. The secret key is best entered at the hosting by yourself.

If the application’s folder is on this computer, drop it on this page: Golive then writes the variables into the right file and keeps a copy of the file as it was.</source>
        <translation>Zwei Dinge entscheiden, ob man sich anmelden kann: Das Hosting hat die Produktionsschlüssel, und die Anwendung wurde mit ihnen neu gebaut.

Wenn Sie nicht programmieren, speichern Sie das Dokument und schicken Sie es Ihren Entwicklern. Es enthält kein Geheimnis. Den geheimen Schlüssel tragen Sie am besten selbst beim Hosting ein.

Wenn der Ordner der Anwendung auf diesem Computer liegt, ziehen Sie ihn auf diese Seite: Golive schreibt die Variablen dann in die richtige Datei und bewahrt die vorherige Fassung auf.</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Save the document for your team</source>
        <translation>Dokument für Ihr Team speichern</translation>
    </message>
    <message>
        <source>Web page, also for printing (*.html)</source>
        <translation>Webseite, auch zum Drucken (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Übergeben</translation>
    </message>
</context>
<context>
    <name>golive::HandoverViewModel</name>
    <message>
        <source>%1 exists already and was left as it is. Choose another name, or copy the code and paste it into it.</source>
        <translation>%1 gibt es schon und wurde nicht angetastet. Wählen Sie einen anderen Namen, oder kopieren Sie den Code und fügen Sie ihn dort ein.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>golive::HandoverWords</name>
    <message>
        <source>Put both keys where your application runs</source>
        <translation>Beide Schlüssel dort eintragen, wo Ihre Anwendung läuft</translation>
    </message>
    <message>
        <source>Set the other Clerk variables too</source>
        <translation>Auch die anderen Clerk-Variablen setzen</translation>
    </message>
    <message>
        <source>Build and deploy your application anew</source>
        <translation>Ihre Anwendung neu bauen und ausliefern</translation>
    </message>
    <message>
        <source>Create the webhooks again</source>
        <translation>Die Webhooks neu anlegen</translation>
    </message>
    <message>
        <source>Name your origins in the backend</source>
        <translation>Ihre Origins im Backend nennen</translation>
    </message>
    <message>
        <source>Let your content security policy allow Clerk</source>
        <translation>Clerk in Ihrer Content Security Policy erlauben</translation>
    </message>
    <message>
        <source>Enter paths and integrations again</source>
        <translation>Pfade und Integrationen neu eintragen</translation>
    </message>
    <message>
        <source>Allow the redirect URLs of your apps again</source>
        <translation>Die Redirect-URLs Ihrer Apps wieder erlauben</translation>
    </message>
    <message>
        <source>Limit the subdomains that may sign people in</source>
        <translation>Die Subdomains begrenzen, die anmelden dürfen</translation>
    </message>
    <message>
        <source>Register your iOS and Android apps</source>
        <translation>Ihre iOS- und Android-Apps registrieren</translation>
    </message>
    <message>
        <source>Allow your browser extension or desktop app</source>
        <translation>Ihre Browser-Erweiterung oder Desktop-App erlauben</translation>
    </message>
    <message>
        <source>Tell other services about the new issuer</source>
        <translation>Anderen Diensten den neuen Aussteller mitteilen</translation>
    </message>
    <message>
        <source>Publish a DMARC record and read the sender’s mailbox</source>
        <translation>Einen DMARC-Eintrag veröffentlichen und das Postfach des Absenders lesen</translation>
    </message>
    <message>
        <source>Register the mail source at Apple</source>
        <translation>Den E-Mail-Absender bei Apple registrieren</translation>
    </message>
    <message>
        <source>Note when the Microsoft secret ends</source>
        <translation>Notieren, wann das Secret von Microsoft endet</translation>
    </message>
    <message>
        <source>Try everything in a private window</source>
        <translation>Alles in einem privaten Fenster ausprobieren</translation>
    </message>
    <message>
        <source>Replace pk_test_… and sk_test_… there. Keep the development keys on your own computer: production keys only work on %1.</source>
        <translation>Ersetzen Sie dort pk_test_… und sk_test_…. Behalten Sie die Entwicklungsschlüssel auf Ihrem eigenen Computer: Produktionsschlüssel funktionieren nur auf %1.</translation>
    </message>
    <message>
        <source>Such as the addresses of the sign-in and sign-up pages, if development has them.</source>
        <translation>Zum Beispiel die Adressen der Seiten für Anmeldung und Registrierung, falls die Entwicklung sie hat.</translation>
    </message>
    <message>
        <source>The publishable key is built into the pages, so a restart is not enough.</source>
        <translation>Der Publishable Key wird in die Seiten eingebaut, deshalb genügt ein Neustart nicht.</translation>
    </message>
    <message>
        <source>Each production endpoint has a signing secret of its own; put it where the old one was.</source>
        <translation>Jeder Endpunkt der Produktion hat ein eigenes Signing Secret; tragen Sie es dort ein, wo das alte stand.</translation>
    </message>
    <message>
        <source>The session cookie does not reach another host: send “Authorization: Bearer” with a fresh token, and let its CORS rules accept that header from your site.</source>
        <translation>Das Sitzungs-Cookie erreicht keinen anderen Host: Schicken Sie „Authorization: Bearer“ mit einem frischen Token und lassen Sie die CORS-Regeln des Backends diesen Header von Ihrer Website annehmen.</translation>
    </message>
    <message>
        <source>A clone leaves both behind. They are in Clerk’s Dashboard under Paths and Integrations.</source>
        <translation>Beim Klonen bleibt beides zurück. Sie finden es in Clerks Dashboard unter „Paths“ und „Integrations“.</translation>
    </message>
    <message>
        <source>Mobile and desktop apps are only sent back to addresses that are listed in production.</source>
        <translation>Mobil- und Desktop-Apps werden nur an Adressen zurückgeleitet, die in der Produktion aufgeführt sind.</translation>
    </message>
    <message>
        <source>Recommended: in Clerk’s Dashboard, on the Domains page.</source>
        <translation>Empfohlen: in Clerks Dashboard, auf der Seite „Domains“.</translation>
    </message>
    <message>
        <source>Their origin has to be added to the production instance’s allowed origins.</source>
        <translation>Ihr Origin muss zu den erlaubten Origins der Produktionsinstanz hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Clerk sends from notifications@%1. A DMARC record helps your mail to arrive.</source>
        <translation>Clerk sendet von notifications@%1. Ein DMARC-Eintrag hilft Ihren E-Mails anzukommen.</translation>
    </message>
    <message>
        <source>Clerk’s Dashboard shows the address; enter it at Apple so that hidden addresses receive mail.</source>
        <translation>Clerks Dashboard zeigt die Adresse; tragen Sie sie bei Apple ein, damit verborgene Adressen E-Mails empfangen.</translation>
    </message>
    <message>
        <source>It ends after at most 24 months, and sign-in with Microsoft with it. Put the date into a calendar.</source>
        <translation>Es endet nach höchstens 24 Monaten, und die Anmeldung mit Microsoft mit ihm. Tragen Sie das Datum in einen Kalender ein.</translation>
    </message>
    <message>
        <source>To do in any case</source>
        <translation>Auf jeden Fall zu tun</translation>
    </message>
    <message>
        <source>Only where your application uses it</source>
        <translation>Nur wo Ihre Anwendung es benutzt</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Sign up, receive the email, use every sign-in provider once, sign out. No address may contain accounts.dev.</source>
        <translation>Registrieren Sie sich, empfangen Sie die E-Mail, benutzen Sie jeden Anmeldeanbieter einmal, melden Sie sich ab. Keine Adresse darf accounts.dev enthalten.</translation>
    </message>
    <message>
        <source>There is nothing to hand over yet</source>
        <translation>Es gibt noch nichts zu übergeben</translation>
    </message>
    <message>
        <source>Your application has its production keys</source>
        <translation>Ihre Anwendung hat ihre Produktionsschlüssel</translation>
    </message>
    <message>
        <source>Now your application has to switch over</source>
        <translation>Jetzt muss Ihre Anwendung umgestellt werden</translation>
    </message>
    <message>
        <source>Prepare your application for the switch</source>
        <translation>Bereiten Sie Ihre Anwendung auf die Umstellung vor</translation>
    </message>
    <message>
        <source>Create the production instance first.</source>
        <translation>Legen Sie zuerst die Produktionsinstanz an.</translation>
    </message>
    <message>
        <source>Check that your site has switched over, and go through the list.</source>
        <translation>Prüfen Sie, ob Ihre Website umgestellt ist, und gehen Sie die Liste durch.</translation>
    </message>
    <message>
        <source>You may prepare everything now. Switch over once Clerk reports the domain complete.</source>
        <translation>Sie können jetzt alles vorbereiten. Stellen Sie um, sobald Clerk die Domain als vollständig meldet.</translation>
    </message>
    <message>
        <source>Clerk is ready. Your hosting needs the production keys, and the application has to be built anew. If somebody else does that for you, send them the document.</source>
        <translation>Clerk ist bereit. Ihr Hosting braucht die Produktionsschlüssel, und die Anwendung muss neu gebaut werden. Wenn das jemand anders für Sie macht, schicken Sie ihm das Dokument.</translation>
    </message>
    <message>
        <source>Add your other websites in Clerk</source>
        <translation>Ihre weiteren Websites in Clerk hinzufügen</translation>
    </message>
    <message>
        <source>In Clerk’s Dashboard on the Domains page, as satellites: %1. Each needs one CNAME record of its own.</source>
        <translation>Im Dashboard von Clerk auf der Seite „Domains“, als Satelliten: %1. Jede braucht einen eigenen CNAME-Eintrag.</translation>
    </message>
    <message>
        <source>Set authorizedParties to the origins that may send tokens, so that others are refused.</source>
        <translation>Setzen Sie authorizedParties auf die Ursprünge, die Token schicken dürfen, damit andere abgewiesen werden.</translation>
    </message>
    <message>
        <source>Set authorizedParties to %1, so that tokens made elsewhere are refused.</source>
        <translation>Setzen Sie authorizedParties auf %1, damit anderswo entstandene Token abgewiesen werden.</translation>
    </message>
    <message>
        <source>Send a token to your backend</source>
        <translation>Ein Token an Ihr Backend schicken</translation>
    </message>
    <message>
        <source>Apps and extensions have no session cookie: let them send “Authorization: Bearer” with a fresh token in every request.</source>
        <translation>Apps und Erweiterungen haben kein Sitzungs-Cookie: Lassen Sie sie bei jeder Anfrage „Authorization: Bearer“ mit einem frischen Token schicken.</translation>
    </message>
    <message>
        <source>If you send one: scripts and connections to %1, pictures from %2.</source>
        <translation>Falls Sie eine senden: Skripte und Verbindungen zu %1, Bilder von %2.</translation>
    </message>
    <message>
        <source>In Clerk’s Dashboard under Native applications; for iOS also the associated domain %1.</source>
        <translation>In Clerks Dashboard unter „Native applications“; für iOS auch die verknüpfte Domain %1.</translation>
    </message>
    <message>
        <source>Whoever checks Clerk’s tokens (a database, another backend) now needs %1.</source>
        <translation>Wer Clerks Tokens prüft (eine Datenbank, ein anderes Backend), braucht jetzt %1.</translation>
    </message>
    <message>
        <source>Clerk sends from an address of its own, since %1 can have none. Where Clerk’s Dashboard shows it, enter it at Apple so that hidden addresses receive mail.</source>
        <translation>Clerk sendet von einer eigenen Adresse, weil %1 keine haben kann. Wo Clerks Dashboard sie anzeigt, tragen Sie sie bei Apple ein, damit verborgene Adressen E-Mails empfangen.</translation>
    </message>
    <message>
        <source>Put the proxy to Clerk live</source>
        <translation>Den Proxy zu Clerk in Betrieb nehmen</translation>
    </message>
    <message>
        <source>Clerk is reached through %1, and knows so. While that does not answer, nobody can sign in.</source>
        <translation>Clerk wird über %1 erreicht und weiß davon. Solange das nicht antwortet, kann sich niemand anmelden.</translation>
    </message>
    <message>
        <source>Clerk is to be reached through %1. Only once that answers, enter it as proxy URL in Clerk’s Dashboard, under Domains.</source>
        <translation>Clerk soll über %1 erreicht werden. Erst wenn das antwortet, tragen Sie es in Clerks Dashboard unter „Domains“ als Proxy-URL ein.</translation>
    </message>
</context>
<context>
    <name>golive::HintWords</name>
    <message>
        <source>%1 and %2 look exchanged.</source>
        <translation>%1 und %2 scheinen vertauscht.</translation>
    </message>
    <message>
        <source>This looks like the %1.</source>
        <translation>Das sieht aus wie: %1.</translation>
    </message>
    <message>
        <source>This is the same as in %1. One of them is something else.</source>
        <translation>Das ist dasselbe wie in %1. Eines von beiden ist etwas anderes.</translation>
    </message>
    <message>
        <source>This looks like a credential of %1.</source>
        <translation>Das sieht nach Zugangsdaten von %1 aus.</translation>
    </message>
    <message>
        <source>%1 gives its %2 another form. Check what you copied.</source>
        <translation>Bei %1 hat %2 eine andere Form. Prüfen Sie, was Sie kopiert haben.</translation>
    </message>
    <message>
        <source>%1 gives its %2 a form like %3. Check what you copied.</source>
        <translation>Bei %1 hat %2 eine Form wie %3. Prüfen Sie, was Sie kopiert haben.</translation>
    </message>
    <message>
        <source>This does not look like the %2 that %1 usually hands out. If you are sure, leave it.</source>
        <translation>Das sieht nicht aus wie %2, so wie %1 es sonst ausgibt. Wenn Sie sicher sind, lassen Sie es so.</translation>
    </message>
    <message>
        <source>There are quotes or blanks around the value.</source>
        <translation>Um den Wert stehen Anführungs- oder Leerzeichen.</translation>
    </message>
    <message>
        <source>There is more than the value: a name or a word stands in front of it.</source>
        <translation>Da steht mehr als der Wert: Ein Name oder ein Wort steht davor.</translation>
    </message>
    <message>
        <source>There are blanks or line ends within the value.</source>
        <translation>Im Wert stehen Leerzeichen oder Zeilenenden.</translation>
    </message>
    <message>
        <source>These are the dots that hide the value. Show it there first, then copy it.</source>
        <translation>Das sind die Punkte, die den Wert verbergen. Blenden Sie ihn dort erst ein, und kopieren Sie ihn dann.</translation>
    </message>
    <message>
        <source>This only stands for a value. Enter the %1 itself.</source>
        <translation>Das steht nur für einen Wert. Geben Sie selbst ein: %1.</translation>
    </message>
    <message>
        <source>This is an address. Enter the %1.</source>
        <translation>Das ist eine Adresse. Geben Sie stattdessen ein: %1.</translation>
    </message>
    <message>
        <source>This is a whole key file. Enter the %1, which is one line.</source>
        <translation>Das ist eine ganze Schlüsseldatei. Geben Sie stattdessen ein: %1, eine einzige Zeile.</translation>
    </message>
    <message>
        <source>This is a key of Clerk’s (%1…). Enter the %2.</source>
        <translation>Das ist ein Schlüssel von Clerk (%1…). Geben Sie stattdessen ein: %2.</translation>
    </message>
    <message>
        <source>This is an access token, which belongs to one account. Enter the %1.</source>
        <translation>Das ist ein Zugriffstoken, das zu einem einzelnen Konto gehört. Geben Sie stattdessen ein: %1.</translation>
    </message>
    <message>
        <source>This belongs to a GitHub App. Clerk needs an OAuth App: register one, and take its Client ID.</source>
        <translation>Das gehört zu einer GitHub App. Clerk braucht eine OAuth App: Registrieren Sie eine, und nehmen Sie deren Client ID.</translation>
    </message>
    <message>
        <source>This is the Secret ID. Copy what stands under Value beside it.</source>
        <translation>Das ist die Secret ID. Kopieren Sie, was daneben unter Value steht.</translation>
    </message>
    <message>
        <source>This belongs to another pair of keys of the same console. Enter the %1.</source>
        <translation>Das gehört zu einem anderen Schlüsselpaar derselben Konsole. Geben Sie stattdessen ein: %1.</translation>
    </message>
    <message>
        <source>This is a client for development or tests. Make one of its own for production.</source>
        <translation>Das ist ein Client für Entwicklung oder Tests. Legen Sie für die Produktion einen eigenen an.</translation>
    </message>
    <message>
        <source>Use only the value</source>
        <translation>Nur den Wert verwenden</translation>
    </message>
    <message>
        <source>Move it there</source>
        <translation>Dorthin verschieben</translation>
    </message>
    <message>
        <source>Exchange them</source>
        <translation>Vertauschen</translation>
    </message>
</context>
<context>
    <name>golive::HostDiagram</name>
    <message>
        <source>Where the session lives</source>
        <translation>Wo die Sitzung liegt</translation>
    </message>
</context>
<context>
    <name>golive::HostForm</name>
    <message>
        <source>Tick at least one: people have to sign in somewhere.</source>
        <translation>Kreuzen Sie mindestens eines an: Irgendwo müssen sich die Leute anmelden.</translation>
    </message>
    <message>
        <source>Type the other domain, such as example.net.</source>
        <translation>Geben Sie die andere Domain ein, zum Beispiel example.net.</translation>
    </message>
</context>
<context>
    <name>golive::HostLayoutBlock</name>
    <message>
        <source>What do people sign in to?</source>
        <translation>Wo melden sich die Leute an?</translation>
    </message>
    <message>
        <source>A &amp;website</source>
        <translation>Auf einer Webs&amp;ite</translation>
    </message>
    <message>
        <source>A phone &amp;app</source>
        <translation>In einer &amp;App auf dem Telefon</translation>
    </message>
    <message>
        <source>A browser e&amp;xtension or desktop program</source>
        <translation>Browser-E&amp;rweiterung, Desktop-Programm</translation>
    </message>
    <message>
        <source>Where the website opens</source>
        <translation>Wo sich die Website öffnet</translation>
    </message>
    <message>
        <source>(if not on the domain itself; several with commas)</source>
        <translation>(falls nicht auf der Domain selbst; mehrere mit Kommas)</translation>
    </message>
    <message>
        <source>Where does your backend run?</source>
        <translation>Wo läuft Ihr Backend?</translation>
    </message>
    <message>
        <source>Where the backend runs</source>
        <translation>Wo das Backend läuft</translation>
    </message>
    <message>
        <source>Same host</source>
        <translation>Derselbe Host</translation>
    </message>
    <message>
        <source>Website and backend share one address, as with Next.js, Rails or Django.</source>
        <translation>Website und Backend teilen sich eine Adresse, wie bei Next.js, Rails oder Django.</translation>
    </message>
    <message>
        <source>Separate host</source>
        <translation>Eigener Host</translation>
    </message>
    <message>
        <source>The website calls a backend on an address of its own.</source>
        <translation>Die Website ruft ein Backend auf, das eine eigene Adresse hat.</translation>
    </message>
    <message>
        <source>H&amp;ost of your backend</source>
        <translation>Hos&amp;t Ihres Backends</translation>
    </message>
    <message>
        <source>Does any of this apply?</source>
        <translation>Trifft etwas davon zu?</translation>
    </message>
    <message>
        <source>A &amp;second website, on another domain, shares the sign-in</source>
        <translation>Eine zweite Website au&amp;f einer anderen Domain teilt sich die Anmeldung</translation>
    </message>
    <message>
        <source>Clerk calls it a satellite.</source>
        <translation>Clerk nennt sie einen Satelliten.</translation>
    </message>
    <message>
        <source>Domain of the second website</source>
        <translation>Domain der zweiten Website</translation>
    </message>
    <message>
        <source>I &amp;cannot add a CNAME record for Clerk’s address</source>
        <translation>Ich kann für Clerks Adresse keinen &amp;CNAME-Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Your website then hands a path on to Clerk.</source>
        <translation>Ihre Website reicht dann einen Pfad an Clerk weiter.</translation>
    </message>
    <message>
        <source>Path that your website hands on to Clerk</source>
        <translation>Pfad, den Ihre Website an Clerk weiterreicht</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>Was zu ändern ist</translation>
    </message>
    <message>
        <source>How it works then</source>
        <translation>So funktioniert es dann</translation>
    </message>
    <message>
        <source>(if it has one)</source>
        <translation>(falls sie eines hat)</translation>
    </message>
    <message>
        <source>(several with commas)</source>
        <translation>(mehrere mit Kommas)</translation>
    </message>
</context>
<context>
    <name>golive::HostingCard</name>
    <message>
        <source>Your hosting</source>
        <translation>Ihr Hosting</translation>
    </message>
    <message>
        <source>Open it in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>The application runs at</source>
        <translation>Die Anwendung läuft bei</translation>
    </message>
</context>
<context>
    <name>golive::HostingPlace</name>
    <message>
        <source>Open the project, then Settings and Environment Variables.</source>
        <translation>Öffnen Sie das Projekt, dann „Settings“ und „Environment Variables“.</translation>
    </message>
    <message>
        <source>Add each variable for the environment Production alone. Preview and Development keep the development keys.</source>
        <translation>Fügen Sie jede Variable nur für die Umgebung „Production“ hinzu. „Preview“ und „Development“ behalten die Entwicklungsschlüssel.</translation>
    </message>
    <message>
        <source>Turn on Sensitive for the secret key.</source>
        <translation>Schalten Sie für den geheimen Schlüssel „Sensitive“ ein.</translation>
    </message>
    <message>
        <source>Open Deployments, choose the newest one and Redeploy, without the build cache.</source>
        <translation>Öffnen Sie „Deployments“, wählen Sie das neueste und dann „Redeploy“, ohne den Build-Cache.</translation>
    </message>
    <message>
        <source>Previews on vercel.app cannot use production keys. Leave the development keys in the environment Preview.</source>
        <translation>Vorschauen auf vercel.app können keine Produktionsschlüssel verwenden. Lassen Sie in der Umgebung „Preview“ die Entwicklungsschlüssel.</translation>
    </message>
    <message>
        <source>Open the project, then Project configuration and Environment variables.</source>
        <translation>Öffnen Sie das Projekt, dann „Project configuration“ und „Environment variables“.</translation>
    </message>
    <message>
        <source>Add each variable with a different value for each deploy context, and fill in Production alone.</source>
        <translation>Fügen Sie jede Variable mit eigenem Wert für jeden „Deploy context“ hinzu, und füllen Sie nur „Production“ aus.</translation>
    </message>
    <message>
        <source>Mark the secret key with Contains secret values.</source>
        <translation>Kennzeichnen Sie den geheimen Schlüssel mit „Contains secret values“.</translation>
    </message>
    <message>
        <source>Open Deploys, then Trigger deploy and Clear cache and deploy site.</source>
        <translation>Öffnen Sie „Deploys“, dann „Trigger deploy“ und „Clear cache and deploy site“.</translation>
    </message>
    <message>
        <source>Deploy previews on netlify.app cannot use production keys. Leave the development keys in the other contexts.</source>
        <translation>Vorschauen auf netlify.app können keine Produktionsschlüssel verwenden. Lassen Sie in den anderen Kontexten die Entwicklungsschlüssel.</translation>
    </message>
    <message>
        <source>Open the service, then Environment.</source>
        <translation>Öffnen Sie den Dienst, dann „Environment“.</translation>
    </message>
    <message>
        <source>Add each variable, or paste the whole file with Add from .env.</source>
        <translation>Fügen Sie jede Variable hinzu, oder die ganze Datei mit „Add from .env“.</translation>
    </message>
    <message>
        <source>Choose Save, rebuild, and deploy: a mere restart does not take over public variables.</source>
        <translation>Wählen Sie „Save, rebuild, and deploy“: Ein bloßer Neustart übernimmt öffentliche Variablen nicht.</translation>
    </message>
    <message>
        <source>Open the app, then Settings and Reveal Config Vars.</source>
        <translation>Öffnen Sie die App, dann „Settings“ und „Reveal Config Vars“.</translation>
    </message>
    <message>
        <source>Add each variable. Heroku restarts the app by itself.</source>
        <translation>Fügen Sie jede Variable hinzu. Heroku startet die App von selbst neu.</translation>
    </message>
    <message>
        <source>Deploy once more from the tab Deploy: pages are built then, and public variables go into them.</source>
        <translation>Veröffentlichen Sie noch einmal über den Reiter „Deploy“: Dabei werden die Seiten gebaut und öffentliche Variablen in sie aufgenommen.</translation>
    </message>
    <message>
        <source>Open the app, then Hosting and Environment variables.</source>
        <translation>Öffnen Sie die App, dann „Hosting“ und „Environment variables“.</translation>
    </message>
    <message>
        <source>Add the public variables for the production branch.</source>
        <translation>Fügen Sie die öffentlichen Variablen für den Produktionszweig hinzu.</translation>
    </message>
    <message>
        <source>Put the secret key into Hosting and Secrets, for the production branch alone.</source>
        <translation>Legen Sie den geheimen Schlüssel unter „Hosting“ und „Secrets“ ab, nur für den Produktionszweig.</translation>
    </message>
    <message>
        <source>Server code does not see these variables by itself: let the build write those it needs into .env.production.</source>
        <translation>Code auf dem Server sieht diese Variablen nicht von selbst: Lassen Sie den Build die nötigen in .env.production schreiben.</translation>
    </message>
    <message>
        <source>Open the branch and choose Redeploy this version.</source>
        <translation>Öffnen Sie den Zweig und wählen Sie „Redeploy this version“.</translation>
    </message>
    <message>
        <source>Open Secret Manager and create a secret for the secret key.</source>
        <translation>Öffnen Sie „Secret Manager“ und legen Sie ein Geheimnis für den geheimen Schlüssel an.</translation>
    </message>
    <message>
        <source>Open the service, then Edit and deploy new revision, Variables and secrets.</source>
        <translation>Öffnen Sie den Dienst, dann „Edit and deploy new revision“ und „Variables and secrets“.</translation>
    </message>
    <message>
        <source>Add the public variables, and the secret key as a reference to the secret.</source>
        <translation>Fügen Sie die öffentlichen Variablen hinzu, und den geheimen Schlüssel als Verweis auf das Geheimnis.</translation>
    </message>
    <message>
        <source>Public variables are needed when the image is built: give them to the build, too, and deploy the new image.</source>
        <translation>Öffentliche Variablen werden beim Bauen des Abbilds gebraucht: Geben Sie sie auch dem Build mit, und veröffentlichen Sie das neue Abbild.</translation>
    </message>
    <message>
        <source>Open Workers &amp; Pages, then the project, Settings and Variables and Secrets.</source>
        <translation>Öffnen Sie „Workers &amp; Pages“, dann das Projekt, „Settings“ und „Variables and Secrets“.</translation>
    </message>
    <message>
        <source>Choose Production, add the public variables as text and the secret key as a secret.</source>
        <translation>Wählen Sie „Production“, und fügen Sie die öffentlichen Variablen als Text und den geheimen Schlüssel als Geheimnis hinzu.</translation>
    </message>
    <message>
        <source>Public variables of a build belong under Build, Variables and secrets, too.</source>
        <translation>Öffentliche Variablen eines Builds gehören auch unter „Build“, „Variables and secrets“.</translation>
    </message>
    <message>
        <source>Deploy once more: a variable only takes effect in a new deployment.</source>
        <translation>Veröffentlichen Sie noch einmal: Eine Variable wirkt erst in einer neuen Veröffentlichung.</translation>
    </message>
    <message>
        <source>Previews on pages.dev and workers.dev cannot use production keys. Leave the development keys there.</source>
        <translation>Vorschauen auf pages.dev und workers.dev können keine Produktionsschlüssel verwenden. Lassen Sie dort die Entwicklungsschlüssel.</translation>
    </message>
    <message>
        <source>Find where your hosting keeps environment variables, often called Environment, Config or Secrets.</source>
        <translation>Finden Sie, wo Ihr Hosting Umgebungsvariablen verwahrt; oft heißt es „Environment“, „Config“ oder „Secrets“.</translation>
    </message>
    <message>
        <source>Replace the development keys (pk_test_…, sk_test_…) by the production ones. Mark the secret key as secret where that can be chosen.</source>
        <translation>Ersetzen Sie die Entwicklungsschlüssel (pk_test_…, sk_test_…) durch die der Produktion. Kennzeichnen Sie den geheimen Schlüssel als geheim, wo man das wählen kann.</translation>
    </message>
    <message>
        <source>Build your application anew and deploy it. A restart is not enough for public variables: they are built into the pages.</source>
        <translation>Bauen Sie Ihre Anwendung neu und veröffentlichen Sie sie. Für öffentliche Variablen genügt ein Neustart nicht: Sie werden in die Seiten eingebaut.</translation>
    </message>
</context>
<context>
    <name>golive::ImportWords</name>
    <message>
        <source>The pasted text</source>
        <translation>Der eingefügte Text</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 is not there any more. Choose the file again.</source>
        <translation>%1 gibt es nicht mehr. Wählen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>%1 is a link to a file that is not there. Choose the file itself.</source>
        <translation>%1 ist eine Verknüpfung zu einer Datei, die es nicht gibt. Wählen Sie die Datei selbst.</translation>
    </message>
    <message>
        <source>You may not read %1. Change its permissions, or choose a copy of your own.</source>
        <translation>Sie dürfen %1 nicht lesen. Ändern Sie die Zugriffsrechte, oder wählen Sie eine eigene Kopie.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose the file in it.</source>
        <translation>%1 ist ein Ordner. Wählen Sie die Datei darin.</translation>
    </message>
    <message>
        <source>%1 is no ordinary file. Choose the file that you downloaded.</source>
        <translation>%1 ist keine gewöhnliche Datei. Wählen Sie die Datei, die Sie heruntergeladen haben.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is empty: there is no text in it. Download the file again.</source>
        <translation>%1 ist leer: Es steht kein Text darin. Laden Sie die Datei noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 is much too large to be a credential. Choose the file that you downloaded.</source>
        <translation>%1 ist viel zu groß für Zugangsdaten. Wählen Sie die Datei, die Sie heruntergeladen haben.</translation>
    </message>
    <message>
        <source>%1 was saved as UTF-16 by an editor. Save it as UTF-8, or download it again.</source>
        <translation>%1 wurde von einem Editor als UTF-16 gespeichert. Speichern Sie es als UTF-8, oder laden Sie es noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 has letters in an old encoding. Save it as UTF-8, or download it again.</source>
        <translation>%1 hat Buchstaben in einer alten Kodierung. Speichern Sie es als UTF-8, oder laden Sie es noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 is no text, but a picture, an archive or something else. Choose the file that you downloaded.</source>
        <translation>%1 ist kein Text, sondern ein Bild, ein Archiv oder etwas anderes. Wählen Sie die Datei, die Sie heruntergeladen haben.</translation>
    </message>
    <message>
        <source>%1 is not JSON. Choose the file that Google Cloud lets you download beside the client ID.</source>
        <translation>%1 ist kein JSON. Wählen Sie die Datei, die Google Cloud neben der Client ID zum Herunterladen anbietet.</translation>
    </message>
    <message>
        <source>%1 ends in the middle. Download it again.</source>
        <translation>%1 bricht mittendrin ab. Laden Sie es noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 is JSON, but no OAuth client of Google’s. Choose the file of the client for web applications.</source>
        <translation>%1 ist JSON, aber kein OAuth-Client von Google. Wählen Sie die Datei des Clients für Webanwendungen.</translation>
    </message>
    <message>
        <source>%1 is the key of a service account, with which nobody can sign in. Make an OAuth client ID for a web application.</source>
        <translation>%1 ist der Schlüssel eines Dienstkontos, mit dem sich niemand anmelden kann. Legen Sie eine OAuth client ID für eine Webanwendung an.</translation>
    </message>
    <message>
        <source>%1 is your own login of the gcloud command. Make an OAuth client ID for a web application.</source>
        <translation>%1 ist Ihre eigene Anmeldung des Befehls gcloud. Legen Sie eine OAuth client ID für eine Webanwendung an.</translation>
    </message>
    <message>
        <source>%1 belongs to an app for phones or desktops, which has no secret. Make an OAuth client ID for a web application.</source>
        <translation>%1 gehört zu einer App für Telefone oder Desktops, die kein Secret hat. Legen Sie eine OAuth client ID für eine Webanwendung an.</translation>
    </message>
    <message>
        <source>%1 has no client ID in it, so it is not as Google made it. Download it again.</source>
        <translation>In %1 steht keine Client ID, es ist also nicht so, wie Google es erzeugt hat. Laden Sie es noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 has no client secret in it. Google shows a secret once: add a new one to the client, then download the file again.</source>
        <translation>In %1 steht kein Client secret. Google zeigt ein Secret nur einmal: Fügen Sie dem Client ein neues hinzu, und laden Sie die Datei dann noch einmal herunter.</translation>
    </message>
    <message>
        <source>That is not a whole private key. It goes from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----, with everything between.</source>
        <translation>Das ist kein vollständiger privater Schlüssel. Er reicht von -----BEGIN PRIVATE KEY----- bis -----END PRIVATE KEY-----, mit allem dazwischen.</translation>
    </message>
    <message>
        <source>The private key in it is damaged: something was changed or left out. Use the .p8 file as Apple gave it to you.</source>
        <translation>Der private Schlüssel darin ist beschädigt: Etwas wurde geändert oder ausgelassen. Verwenden Sie die .p8-Datei so, wie Apple sie Ihnen gegeben hat.</translation>
    </message>
    <message>
        <source>This private key was converted into another format. Use the .p8 file as Apple gave it to you.</source>
        <translation>Dieser private Schlüssel wurde in ein anderes Format umgewandelt. Verwenden Sie die .p8-Datei so, wie Sie sie von Apple bekommen haben.</translation>
    </message>
    <message>
        <source>This private key is protected by a passphrase. Use the .p8 file as Apple gave it to you, which has none.</source>
        <translation>Dieser private Schlüssel ist durch eine Passphrase geschützt. Verwenden Sie die .p8-Datei so, wie Apple sie Ihnen gegeben hat; sie hat keine.</translation>
    </message>
    <message>
        <source>This is an RSA key, which Apple does not hand out. Choose the file AuthKey_….p8.</source>
        <translation>Das ist ein RSA-Schlüssel; so etwas gibt Apple nicht aus. Wählen Sie die Datei AuthKey_….p8.</translation>
    </message>
    <message>
        <source>This key is on the curve %1. Apple’s are on P-256: choose the file AuthKey_….p8.</source>
        <translation>Dieser Schlüssel liegt auf der Kurve %1. Die von Apple liegen auf P-256: Wählen Sie die Datei AuthKey_….p8.</translation>
    </message>
    <message>
        <source>This key is of another kind than Apple’s. Choose the file AuthKey_….p8.</source>
        <translation>Dieser Schlüssel ist von anderer Art als die von Apple. Wählen Sie die Datei AuthKey_….p8.</translation>
    </message>
    <message>
        <source>This is a public key. The private one is needed: choose the file AuthKey_….p8.</source>
        <translation>Das ist ein öffentlicher Schlüssel. Gebraucht wird der private: Wählen Sie die Datei AuthKey_….p8.</translation>
    </message>
    <message>
        <source>This is a certificate. The private key for Sign in with Apple is needed: choose the file AuthKey_….p8.</source>
        <translation>Das ist ein Zertifikat. Gebraucht wird der private Schlüssel für Sign in with Apple: Wählen Sie die Datei AuthKey_….p8.</translation>
    </message>
    <message>
        <source>There are several private keys in it. Choose the file of the one that you made for Sign in with Apple.</source>
        <translation>Darin sind mehrere private Schlüssel. Wählen Sie die Datei dessen, den Sie für Sign in with Apple erzeugt haben.</translation>
    </message>
    <message>
        <source>%1 holds no private key. Choose the .p8 file that Apple let you download: it begins with -----BEGIN PRIVATE KEY-----.</source>
        <translation>%1 enthält keinen privaten Schlüssel. Wählen Sie die .p8-Datei, die Sie bei Apple herunterladen konnten: Sie beginnt mit -----BEGIN PRIVATE KEY-----.</translation>
    </message>
    <message>
        <source>This client is for desktop apps, which have no redirect URI. Make one for a web application.</source>
        <translation>Dieser Client ist für Desktop-Programme, die keine Redirect-URI haben. Legen Sie einen für eine Webanwendung an.</translation>
    </message>
    <message>
        <source>It has %1, which is not the same.</source>
        <extracomment>%1 is an address that is registered and nearly the right one</extracomment>
        <translation>Er hat %1, und das ist nicht dasselbe.</translation>
    </message>
    <message>
        <source>The client lacks the redirect URI %1.</source>
        <translation>Dem Client fehlt die Redirect-URI %1.</translation>
    </message>
    <message>
        <source>The client lacks the JavaScript origin %1.</source>
        <translation>Dem Client fehlt der JavaScript-Ursprung %1.</translation>
    </message>
</context>
<context>
    <name>golive::KeyPlaceWords</name>
    <message>
        <source>The password store could not be looked at, so whether the secret key is in there is not known.</source>
        <translation>Der Passwortspeicher ließ sich nicht einsehen; ob der Secret Key darin liegt, ist deshalb nicht bekannt.</translation>
    </message>
    <message>
        <source>The password store could not be looked at. The secret key was put in there on %1.</source>
        <translation>Der Passwortspeicher ließ sich nicht einsehen. Der Secret Key wurde am %1 dort abgelegt.</translation>
    </message>
    <message>
        <source>Clerk has another secret key than the one that was kept on this computer: somebody has replaced it. This is the new one. Put it in wherever the former one is.</source>
        <translation>Clerk hat einen anderen Secret Key als den, der auf diesem Computer lag: Jemand hat ihn ersetzt. Dies ist der neue. Tragen Sie ihn überall dort ein, wo der bisherige steht.</translation>
    </message>
    <message>
        <source>This is the secret key that was kept on this computer. Clerk does not let this Platform API key read secret keys, so whether it was replaced meanwhile is not known. Look at the API keys page of Clerk’s Dashboard whether it is still the same.</source>
        <translation>Das ist der Secret Key, der auf diesem Computer lag. Clerk lässt diesen Platform-API-Schlüssel keine Secret Keys lesen; ob er inzwischen ersetzt wurde, ist deshalb nicht bekannt. Sehen Sie auf der Seite „API keys“ in Clerks Dashboard nach, ob er noch derselbe ist.</translation>
    </message>
    <message>
        <source>This is the secret key that was kept on this computer. Clerk did not answer, so whether it was replaced meanwhile is not known. Look at the API keys page of Clerk’s Dashboard whether it is still the same.</source>
        <translation>Das ist der Secret Key, der auf diesem Computer lag. Clerk hat nicht geantwortet; ob er inzwischen ersetzt wurde, ist deshalb nicht bekannt. Sehen Sie auf der Seite „API keys“ in Clerks Dashboard nach, ob er noch derselbe ist.</translation>
    </message>
</context>
<context>
    <name>golive::LayoutPicture</name>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>Your websites</source>
        <translation>Ihre Websites</translation>
    </message>
    <message>
        <source>Your website</source>
        <translation>Ihre Website</translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation>Satellit</translation>
    </message>
    <message>
        <source>Your apps</source>
        <translation>Ihre Apps</translation>
    </message>
    <message>
        <source>Your app</source>
        <translation>Ihre App</translation>
    </message>
    <message>
        <source>Your extension or program</source>
        <translation>Ihre Erweiterung oder Ihr Programm</translation>
    </message>
    <message>
        <source>Keeps the session itself</source>
        <translation>Bewahrt die Sitzung selbst auf</translation>
    </message>
    <message>
        <source>Your backend</source>
        <translation>Ihr Backend</translation>
    </message>
    <message>
        <source>On the website’s own host</source>
        <translation>Auf dem Host der Website</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>Your server speaks for the browser</source>
        <translation>Ihr Server spricht für den Browser</translation>
    </message>
    <message>
        <source>For the satellite</source>
        <translation>Für den Satelliten</translation>
    </message>
    <message>
        <source>Other Clerk applications</source>
        <translation>Andere Clerk-Anwendungen</translation>
    </message>
    <message>
        <source>Users and keys of their own</source>
        <translation>Eigene Benutzer und Schlüssel</translation>
    </message>
    <message>
        <source>Cookie goes along</source>
        <translation>Cookie geht mit</translation>
    </message>
    <message>
        <source>Your server hands on %1</source>
        <translation>Ihr Server reicht %1 weiter</translation>
    </message>
    <message>
        <source>Signs in, fetches tokens</source>
        <translation>Meldet an, holt Tokens</translation>
    </message>
    <message>
        <source>where %1 lives</source>
        <translation>dort liegt %1</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>To “%1”: %2.</source>
        <translation>An „%1“: %2.</translation>
    </message>
    <message>
        <source>From %1 to “%2”: %3.</source>
        <translation>Von %1 an „%2“: %3.</translation>
    </message>
</context>
<context>
    <name>golive::LayoutWords</name>
    <message>
        <source>Apps only, without a website</source>
        <translation>Nur Apps, ohne Website</translation>
    </message>
    <message>
        <source>Apps only, with a backend on %1</source>
        <translation>Nur Apps, mit einem Backend auf %1</translation>
    </message>
    <message>
        <source>On the same host</source>
        <translation>Auf demselben Host</translation>
    </message>
    <message>
        <source>On a separate host</source>
        <translation>Auf einem eigenen Host</translation>
    </message>
    <message>
        <source>Without a website there is no cookie: the app keeps the session itself and sends a token with every request. Clerk needs the domain all the same, for its own pages, its mail and its keys.</source>
        <translation>Ohne Website gibt es kein Cookie: Die App bewahrt die Sitzung selbst auf und schickt mit jeder Anfrage ein Token. Clerk braucht die Domain trotzdem, für seine eigenen Seiten, seine E-Mails und seine Schlüssel.</translation>
    </message>
    <message>
        <source>The browser sends the session cookie to your backend by itself.</source>
        <translation>Der Browser schickt das Sitzungs-Cookie von selbst an Ihr Backend.</translation>
    </message>
    <message>
        <source>This is your website’s own host, so nothing is separate: the browser sends the session cookie by itself. “Same host” says the same.</source>
        <translation>Das ist der Host Ihrer Website selbst, es ist also nichts getrennt: Der Browser schickt das Sitzungs-Cookie von selbst. „Derselbe Host“ sagt dasselbe.</translation>
    </message>
    <message>
        <source>The session cookie reaches the backend from the website on its own host only. Your other websites send a token with every request.</source>
        <translation>Das Sitzungs-Cookie erreicht das Backend nur von der Website auf seinem eigenen Host. Ihre anderen Websites schicken mit jeder Anfrage ein Token.</translation>
    </message>
    <message>
        <source>%1 is on another root domain than your website: no cookie can get there. Every request carries a token instead.</source>
        <translation>%1 liegt auf einer anderen Hauptdomain als Ihre Website: Dorthin gelangt kein Cookie. Stattdessen bringt jede Anfrage ein Token mit.</translation>
    </message>
    <message>
        <source>The session cookie stays on your website’s host and does not count on the backend’s. Every request carries a token instead.</source>
        <translation>Das Sitzungs-Cookie bleibt auf dem Host Ihrer Website und gilt auf dem des Backends nicht. Stattdessen bringt jede Anfrage ein Token mit.</translation>
    </message>
    <message>
        <source>Apps, extensions and desktop programs have no cookie: they send a token with every request.</source>
        <translation>Apps, Erweiterungen und Desktop-Programme haben kein Cookie: Sie schicken mit jeder Anfrage ein Token.</translation>
    </message>
    <message>
        <source>%1: a second root domain, which Clerk calls a satellite. It takes the session over from %2; people sign in there. Clerk charges for satellites in production.</source>
        <translation>%1: eine zweite Hauptdomain, die Clerk einen Satelliten nennt. Sie übernimmt die Sitzung von %2; dort melden sich die Leute an. In Produktion kosten Satelliten bei Clerk Geld.</translation>
    </message>
    <message>
        <source>Clerk’s names go below %1, so that other Clerk applications can use %2 and its other subdomains. They have users and keys of their own.</source>
        <translation>Clerks Namen kommen unter %1, damit andere Clerk-Anwendungen %2 und dessen andere Subdomains verwenden können. Diese haben eigene Benutzer und Schlüssel.</translation>
    </message>
    <message>
        <source>Browsers reach Clerk at %1, so %2 needs no record. The records for Clerk’s own pages and for mail are needed all the same.</source>
        <translation>Browser erreichen Clerk unter %1, darum braucht %2 keinen Eintrag. Die Einträge für Clerks eigene Seiten und für E-Mail werden trotzdem gebraucht.</translation>
    </message>
    <message>
        <source>%1 belongs to a hosting provider and cannot have DNS records of yours. Clerk is reached through a path of your website, has no pages of its own, sends no mail from your name, and some features are missing. A domain of your own is the better way.</source>
        <translation>%1 gehört einem Hosting-Anbieter und kann keine DNS-Einträge von Ihnen haben. Clerk wird über einen Pfad Ihrer Website erreicht, hat keine eigenen Seiten, schickt keine E-Mails unter Ihrem Namen, und manche Funktionen fehlen. Eine eigene Domain ist der bessere Weg.</translation>
    </message>
    <message>
        <source>Client: send “Authorization: Bearer” with a fresh token of getToken() in every request to %1. A token lasts about a minute.</source>
        <translation>Client: Schicken Sie in jeder Anfrage an %1 „Authorization: Bearer“ mit einem frischen Token von getToken(). Ein Token hält etwa eine Minute.</translation>
    </message>
    <message>
        <source>Backend: allow requests from %1, with the header Authorization (CORS).</source>
        <translation>Backend: Erlauben Sie Anfragen von %1 mit dem Header Authorization (CORS).</translation>
    </message>
    <message>
        <source>Backend: accept only tokens that were made for %1 (authorizedParties). The website’s address counts here, not the backend’s.</source>
        <translation>Backend: Nehmen Sie nur Tokens an, die für %1 ausgestellt sind (authorizedParties). Hier zählt die Adresse der Website, nicht die des Backends.</translation>
    </message>
    <message>
        <source>Website: if it has a content security policy, add %1 to connect-src.</source>
        <translation>Website: Falls sie eine Content-Security-Policy hat, fügen Sie dort %1 zu connect-src hinzu.</translation>
    </message>
    <message>
        <source>Clerk: add %1 as a satellite in the Dashboard, under Domains, and the one record that it needs: clerk.%1. Its website tells Clerk’s SDK that it is a satellite, and where people sign in. Rendering on a server works with Next.js, TanStack Start and Nuxt only.</source>
        <translation>Clerk: Fügen Sie %1 im Dashboard unter Domains als Satelliten hinzu, und den einen Eintrag, den er braucht: clerk.%1. Seine Website sagt Clerks SDK, dass sie ein Satellit ist und wo sich die Leute anmelden. Auf dem Server gerendert wird nur mit Next.js, TanStack Start und Nuxt.</translation>
    </message>
    <message>
        <source>Website: hand %1 on to Clerk, and see that it works. Only then enter %2 as proxy URL in the Dashboard, under Domains, and give it to Clerk’s SDK.</source>
        <translation>Website: Reichen Sie %1 an Clerk weiter und sehen Sie nach, ob es funktioniert. Tragen Sie erst dann %2 im Dashboard unter Domains als Proxy-URL ein und geben Sie sie Clerks SDK.</translation>
    </message>
    <message>
        <source>Clerk: see in the next step that it filed %1 and not %2.</source>
        <translation>Clerk: Sehen Sie im nächsten Schritt nach, ob es %1 eingetragen hat und nicht %2.</translation>
    </message>
    <message>
        <source>Clerk: register the app in the Dashboard, under Native applications, and allow the redirect URLs that it comes back by.</source>
        <translation>Clerk: Melden Sie die App im Dashboard unter Native applications an und erlauben Sie die Redirect-URLs, über die sie zurückkommt.</translation>
    </message>
    <message>
        <source>Clerk: allow the origin of the extension or program, such as chrome-extension://…, on the production instance.</source>
        <translation>Clerk: Erlauben Sie der Produktionsinstanz die Herkunft der Erweiterung oder des Programms, zum Beispiel chrome-extension://….</translation>
    </message>
    <message>
        <source>%1 is not on %2. Production keys work on %2 and below it only. A website on another root domain is a second website: say so below.</source>
        <translation>%1 liegt nicht auf %2. Produktionsschlüssel funktionieren nur auf %2 und darunter. Eine Website auf einer anderen Hauptdomain ist eine zweite Website: Geben Sie das unten an.</translation>
    </message>
    <message>
        <source>“%1” is not a host name on the internet. Type names such as %2.</source>
        <translation>„%1“ ist kein Hostname im Internet. Geben Sie Namen wie %2 ein.</translation>
    </message>
    <message>
        <source>%1 is on the same root domain as %2, where the session counts anyway. Type it above, as a place where the website opens.</source>
        <translation>%1 liegt auf derselben Hauptdomain wie %2, wo die Sitzung ohnehin gilt. Geben Sie es oben ein, als Ort, an dem sich die Website öffnet.</translation>
    </message>
    <message>
        <source>“%1” belongs to a hosting provider (%2), where nobody can add the record that a satellite needs. Use a domain of your own.</source>
        <translation>„%1“ gehört einem Hosting-Anbieter (%2), bei dem niemand den Eintrag hinzufügen kann, den ein Satellit braucht. Verwenden Sie eine eigene Domain.</translation>
    </message>
    <message>
        <source>“%1” is not a domain on the internet. Type a name such as example.net.</source>
        <translation>„%1“ ist keine Domain im Internet. Geben Sie einen Namen wie example.net ein.</translation>
    </message>
    <message>
        <source>Type the host of your backend, such as api.example.com.</source>
        <translation>Geben Sie den Host Ihres Backends ein, zum Beispiel api.example.com.</translation>
    </message>
    <message>
        <source>This is not a host name on the internet. Type a name such as api.example.com.</source>
        <translation>Das ist kein Hostname im Internet. Geben Sie einen Namen wie api.example.com ein.</translation>
    </message>
    <message>
        <source>Clerk takes a path of one part, such as /__clerk.</source>
        <translation>Clerk nimmt einen Pfad aus einem Teil, zum Beispiel /__clerk.</translation>
    </message>
    <message>
        <source>You typed http://. Requests to %1 carry proof of who is signed in, and without https:// anybody on the way can read it and act as that person; browsers also refuse such calls from an https:// website. Golive goes on with https://%1: have a certificate ready there before you go live.</source>
        <translation>Sie haben http:// eingegeben. Anfragen an %1 tragen den Nachweis, wer angemeldet ist; ohne https:// kann ihn unterwegs jeder lesen und als diese Person handeln. Browser verweigern solche Aufrufe von einer https://-Website außerdem. Golive rechnet mit https://%1: Sorgen Sie dort vor dem Livegang für ein Zertifikat.</translation>
    </message>
    <message>
        <source>Backend: accept only tokens that were made for %1 (authorizedParties).</source>
        <translation>Backend: Nehmen Sie nur Tokens an, die für %1 ausgestellt sind (authorizedParties).</translation>
    </message>
    <message>
        <source>your extension id</source>
        <extracomment>stands in an address for what the person has to put there</extracomment>
        <translation>ID Ihrer Erweiterung</translation>
    </message>
    <message>
        <source>Website: hand %1 on to Clerk, which has %2 as proxy URL, and give it to Clerk’s SDK.</source>
        <translation>Website: Leiten Sie %1 an Clerk weiter, das %2 schon als Proxy-URL hat, und geben Sie diese auch Clerks SDK an.</translation>
    </message>
</context>
<context>
    <name>golive::LeftBehindWords</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a kind of setting, and how many of them there are</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Users and organizations</source>
        <translation>Nutzer und Organisationen</translation>
    </message>
    <message>
        <source>Credentials of social connections</source>
        <translation>Zugangsdaten der sozialen Verbindungen</translation>
    </message>
    <message>
        <source>Custom connections</source>
        <translation>Eigene Verbindungen</translation>
    </message>
    <message>
        <source>Enterprise connections</source>
        <translation>Enterprise-Verbindungen</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Redirect URLs of mobile and desktop programs</source>
        <translation>Redirect-URLs von Mobil- und Desktop-Programmen</translation>
    </message>
    <message>
        <source>JWT templates</source>
        <translation>JWT-Vorlagen</translation>
    </message>
    <message>
        <source>Allowed subdomains</source>
        <translation>Erlaubte Subdomains</translation>
    </message>
    <message>
        <source>Native applications</source>
        <translation>Native Anwendungen</translation>
    </message>
    <message>
        <source>Templates of emails and text messages</source>
        <translation>Vorlagen für E-Mails und Textnachrichten</translation>
    </message>
    <message>
        <source>Production starts without any. They cannot be moved.</source>
        <translation>Die Produktion beginnt ohne sie. Sie lassen sich nicht umziehen.</translation>
    </message>
    <message>
        <source>Development uses Clerk’s shared ones. Golive asks for your own in the step “Sign-in providers”.</source>
        <translation>Die Entwicklung benutzt die gemeinsamen von Clerk. Golive fragt im Schritt „Anmeldeanbieter“ nach Ihren eigenen.</translation>
    </message>
    <message>
        <source>Set them up again in Clerk’s Dashboard, with credentials for production.</source>
        <translation>Richten Sie sie in Clerks Dashboard neu ein, mit Zugangsdaten für die Produktion.</translation>
    </message>
    <message>
        <source>If you have any (SAML or OpenID), set them up again in Clerk’s Dashboard.</source>
        <translation>Falls Sie welche haben (SAML oder OpenID), richten Sie sie in Clerks Dashboard neu ein.</translation>
    </message>
    <message>
        <source>If you use any, connect them again in Clerk’s Dashboard.</source>
        <translation>Falls Sie welche benutzen, verbinden Sie sie in Clerks Dashboard neu.</translation>
    </message>
    <message>
        <source>If you have any, make new endpoints in Clerk’s Dashboard. Each gets a new signing secret.</source>
        <translation>Falls Sie welche haben, legen Sie in Clerks Dashboard neue Endpunkte an. Jeder bekommt ein neues Signing Secret.</translation>
    </message>
    <message>
        <source>If you limit them, do so again in Clerk’s Dashboard.</source>
        <translation>Falls Sie sie begrenzen, tun Sie es in Clerks Dashboard noch einmal.</translation>
    </message>
    <message>
        <source>If you have any, register them again in Clerk’s Dashboard.</source>
        <translation>Falls Sie welche haben, registrieren Sie sie in Clerks Dashboard neu.</translation>
    </message>
    <message>
        <source>If you changed any, compare them in Clerk’s Dashboard afterwards.</source>
        <translation>Falls Sie welche geändert haben, vergleichen Sie sie danach in Clerks Dashboard.</translation>
    </message>
    <message>
        <source>Golive carries them over, if you like, in the step “Compare settings”.</source>
        <translation>Golive übernimmt sie auf Wunsch im Schritt „Abgleich“.</translation>
    </message>
    <message>
        <source>Golive adds them, if you like, in the step “Compare settings”.</source>
        <translation>Golive fügt sie auf Wunsch im Schritt „Abgleich“ hinzu.</translation>
    </message>
    <message>
        <source>They may not come along. Golive compares and adds them in the step “Compare settings”.</source>
        <translation>Sie kommen vielleicht nicht mit. Golive vergleicht und ergänzt sie im Schritt „Abgleich“.</translation>
    </message>
</context>
<context>
    <name>golive::LinkButton</name>
    <message>
        <source>No browser answered. Open this address yourself:</source>
        <translation>Kein Browser hat geantwortet. Öffnen Sie diese Adresse selbst:</translation>
    </message>
    <message>
        <source>Golive opens secure web pages only (https), and this address is none:</source>
        <translation>Golive öffnet nur sichere Webseiten (https), und diese Adresse ist keine:</translation>
    </message>
</context>
<context>
    <name>golive::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Screen sharing mode</source>
        <translation>&amp;Bildschirm wird gezeigt</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>H&amp;elp</source>
        <translation>Hilf&amp;e</translation>
    </message>
    <message>
        <source>&amp;Help on this step</source>
        <translation>&amp;Hilfe zu diesem Schritt</translation>
    </message>
    <message>
        <source>&amp;Report for support…</source>
        <translation>&amp;Bericht für den Support …</translation>
    </message>
    <message>
        <source>&amp;About Golive</source>
        <translation>&amp;Über Golive</translation>
    </message>
</context>
<context>
    <name>golive::NameWords</name>
    <message>
        <source>In Cloudflare, under DNS › Records, add a CNAME record with the name %1 and the target %2, and with the proxy status “DNS only”.</source>
        <translation>Legen Sie in Cloudflare unter DNS › Records einen CNAME-Eintrag mit dem Namen %1, dem Ziel %2 und dem Proxy-Status „DNS only“ an.</translation>
    </message>
    <message>
        <source>Not there yet.</source>
        <translation>Noch nicht da.</translation>
    </message>
    <message>
        <source>Your provider</source>
        <translation>Ihr Anbieter</translation>
    </message>
    <message>
        <source>The domain is in the name twice. %1 adds .%2 to it by itself.</source>
        <translation>Die Domain steht zweimal im Namen. Von selbst hängt .%2 an: %1.</translation>
    </message>
    <message>
        <source>The record is there, but under another name: %1.</source>
        <translation>Der Eintrag ist da, aber unter einem anderen Namen: %1.</translation>
    </message>
    <message>
        <source>The record is there, but its name lost a part: it says %1.</source>
        <translation>Der Eintrag ist da, aber seinem Namen fehlt ein Teil: Dort steht %1.</translation>
    </message>
    <message>
        <source>Change the name of that record to %1, underscore and dots included.</source>
        <translation>Ändern Sie den Namen dieses Eintrags in %1, mit Unterstrich und Punkten.</translation>
    </message>
    <message>
        <source>The record is at %1, without the underscore that its name needs.</source>
        <translation>Der Eintrag steht unter %1, ohne den Unterstrich, den sein Name braucht.</translation>
    </message>
    <message>
        <source>There is no record of this name. The catch-all record (*) of the domain answers in its place.</source>
        <translation>Unter diesem Namen gibt es keinen Eintrag. An seiner Stelle antwortet der Sammeleintrag (*) der Domain.</translation>
    </message>
    <message>
        <source>Add the record with the name %1 all the same: it counts before the catch-all, which can stay.</source>
        <translation>Legen Sie den Eintrag mit dem Namen %1 trotzdem an: Er gilt vor dem Sammeleintrag, und der kann bleiben.</translation>
    </message>
    <message>
        <source>%1 is handed on to other name servers.</source>
        <translation>%1 ist an andere Nameserver weitergegeben.</translation>
    </message>
    <message>
        <source>%1 is handed on to other name servers: %2.</source>
        <translation>%1 ist an andere Nameserver weitergegeben: %2.</translation>
    </message>
    <message>
        <source>Add the record at those servers. If nothing else uses them, delete the NS records of %1 at %2 instead, and add the CNAME record there.</source>
        <translation>Legen Sie den Eintrag auf jenen Servern an. Werden sie sonst nicht gebraucht, löschen Sie stattdessen die NS-Einträge von %1 und legen Sie den CNAME-Eintrag dort an. Ort: %2.</translation>
    </message>
    <message>
        <source>%1 is redirected as a whole (by a DNAME record), so no name below it can have a record of its own.</source>
        <translation>%1 ist als Ganzes umgeleitet (durch einen DNAME-Eintrag), deshalb kann kein Name darunter einen eigenen Eintrag haben.</translation>
    </message>
    <message>
        <source>Delete the DNAME record with the name %1, or use another domain.</source>
        <translation>Löschen Sie den DNAME-Eintrag mit dem Namen %1, oder verwenden Sie eine andere Domain.</translation>
    </message>
    <message>
        <source>At %1, add a CNAME record with the name “%2” and this value: %3</source>
        <translation>Ort: %1. Legen Sie dort einen CNAME-Eintrag mit dem Namen „%2“ und diesem Wert an: %3</translation>
    </message>
    <message>
        <source>Change its name to “%1”. If that is refused, import the zone file from here or ask %2. The last resort is a DNS provider that accepts underscores.</source>
        <translation>Ändern Sie seinen Namen in „%1“. Wird das abgelehnt, importieren Sie die Zonendatei von hier oder fragen Sie %2. Der letzte Ausweg ist ein DNS-Anbieter, der Unterstriche annimmt.</translation>
    </message>
    <message>
        <source>Change its name to “%1”. If that is refused, have %2 add the record. The last resort is a DNS provider that accepts underscores.</source>
        <translation>Ändern Sie den Namen zu „%1“. Wird das abgelehnt, lassen Sie den Eintrag von %2 anlegen. Der letzte Ausweg ist ein DNS-Anbieter, der Unterstriche annimmt.</translation>
    </message>
    <message>
        <source>The record was added to %1 itself, which now points to %2. That can stop the website and email there.</source>
        <translation>Der Eintrag liegt auf der Domain selbst (%1), die jetzt auf %2 zeigt. Das kann Website und E-Mail dort lahmlegen.</translation>
    </message>
    <message>
        <source>Delete it there (the name “%1”), and add it with the name “%2”.</source>
        <translation>Löschen Sie ihn dort (der Name „%1“) und legen Sie ihn mit dem Namen „%2“ an.</translation>
    </message>
    <message>
        <source>Change the name of that record to “%1”. The value is right.</source>
        <translation>Ändern Sie den Namen dieses Eintrags in „%1“. Der Wert stimmt.</translation>
    </message>
</context>
<context>
    <name>golive::NetworkWords</name>
    <message>
        <source>This network keeps DNS questions from leaving it, so the records cannot be checked from here.</source>
        <translation>Dieses Netz lässt DNS-Fragen nicht hinaus, deshalb lassen sich die Einträge von hier aus nicht prüfen.</translation>
    </message>
    <message>
        <source>Switch off a VPN, or try another network, such as your phone’s. You can add the records all the same; Clerk checks them from its own network.</source>
        <translation>Schalten Sie ein VPN ab, oder versuchen Sie es in einem anderen Netz, etwa dem Ihres Telefons. Sie können die Einträge trotzdem anlegen; Clerk prüft sie aus seinem eigenen Netz.</translation>
    </message>
    <message>
        <source>This network wants you to sign in before you can use the internet.</source>
        <translation>Dieses Netz verlangt eine Anmeldung, bevor Sie das Internet benutzen können.</translation>
    </message>
    <message>
        <source>Open any website in your browser, sign in to the network there, and check again.</source>
        <translation>Öffnen Sie im Browser irgendeine Website, melden Sie sich dort beim Netz an und prüfen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Nothing to do for Clerk. If sign-in does not work on this network, ask whoever runs its DNS, or switch off a VPN.</source>
        <translation>Für Clerk ist nichts zu tun. Klappt die Anmeldung in diesem Netz nicht, fragen Sie, wer dessen DNS betreibt, oder schalten Sie ein VPN ab.</translation>
    </message>
    <message>
        <source>The internet sees the right record; only the network of this computer says something else.</source>
        <translation>Das Internet sieht den richtigen Eintrag; nur das Netz dieses Computers sagt etwas anderes.</translation>
    </message>
    <message>
        <source>The internet sees the right record; only the network of this computer says something else: %1.</source>
        <translation>Das Internet sieht den richtigen Eintrag; nur das Netz dieses Computers sagt etwas anderes: %1.</translation>
    </message>
    <message>
        <source>A setting on this computer overrides %1.</source>
        <translation>Eine Einstellung auf diesem Computer überstimmt: %1.</translation>
    </message>
    <message>
        <source>this name</source>
        <translation>diesen Namen</translation>
    </message>
    <message>
        <source>Nothing to do for Clerk. To use the sign-in on this computer, delete the line with that name from its hosts file (/etc/hosts).</source>
        <translation>Für Clerk ist nichts zu tun. Um die Anmeldung auf diesem Computer zu benutzen, löschen Sie die Zeile mit diesem Namen aus seiner hosts-Datei (/etc/hosts).</translation>
    </message>
    <message>
        <source>The name server %1 can only be reached over IPv6, which this network does not have.</source>
        <translation>Der Nameserver %1 ist nur über IPv6 zu erreichen, und das hat dieses Netz nicht.</translation>
    </message>
    <message>
        <source>Nothing to do: it is left out here. Clerk asks it from its own network.</source>
        <translation>Nichts zu tun: Er wird hier ausgelassen. Clerk fragt ihn aus seinem eigenen Netz.</translation>
    </message>
    <message>
        <source>The server %1 does not want to be asked so often.</source>
        <translation>Der Server %1 möchte nicht so oft gefragt werden.</translation>
    </message>
    <message>
        <source>Nothing to do: Golive asks it less often for a while.</source>
        <translation>Nichts zu tun: Golive fragt ihn eine Weile seltener.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong, so encrypted connections fail.</source>
        <translation>Die Uhr dieses Computers geht falsch, deshalb kommen verschlüsselte Verbindungen nicht zustande.</translation>
    </message>
    <message>
        <source>Set the date and the time, or have the computer set them by itself, and check again.</source>
        <translation>Stellen Sie Datum und Uhrzeit, oder lassen Sie den Computer das von selbst tun, und prüfen Sie noch einmal.</translation>
    </message>
    <message>
        <source>This network only lets its own DNS through, so %1 cannot be asked directly. Golive asks public resolvers over encrypted DNS instead.</source>
        <translation>Dieses Netzwerk lässt nur sein eigenes DNS durch, daher können %1 nicht direkt gefragt werden. Golive fragt statt ihrer öffentliche Resolver über verschlüsseltes DNS.</translation>
    </message>
    <message>
        <source>Nothing to do, but changes show later here. To see them at once, switch off a VPN or try another network. Clerk is not affected.</source>
        <translation>Es ist nichts zu tun, aber Änderungen zeigen sich hier später. Um sie sofort zu sehen, schalten Sie ein VPN ab oder versuchen Sie es in einem anderen Netzwerk. Clerk ist nicht betroffen.</translation>
    </message>
    <message>
        <source>Something on this network answers DNS questions in place of %1, so what you see here may be old.</source>
        <translation>Etwas in diesem Netzwerk beantwortet DNS-Fragen, die für %1 bestimmt sind. Was Sie hier sehen, kann daher veraltet sein.</translation>
    </message>
    <message>
        <source>Golive asks public resolvers over encrypted DNS instead, where it can. What is in between may be a VPN, security software or the internet provider: switch it off or try another network to be sure. Clerk is not affected.</source>
        <translation>Golive fragt, wo es kann, statt dessen öffentliche Resolver über verschlüsseltes DNS. Dazwischen kann ein VPN, Schutzsoftware oder der Internetanbieter sein: Schalten Sie es ab oder versuchen Sie es in einem anderen Netzwerk, um sicherzugehen. Clerk ist nicht betroffen.</translation>
    </message>
</context>
<context>
    <name>golive::NoticeBar</name>
    <message>
        <source>Information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details for support</source>
        <translation>Details für den Support</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is Problem, Warning, Information or Success, %2 the message</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>golive::Options</name>
    <message>
        <source>Shows this help.</source>
        <translation>Zeigt diese Hilfe.</translation>
    </message>
    <message>
        <source>Shows the program’s version.</source>
        <translation>Zeigt die Version des Programms.</translation>
    </message>
    <message>
        <source>Practises on a pretend Clerk inside the program. Nothing is real and nothing is kept.</source>
        <translation>Übt an einem Schein-Clerk im Programm. Nichts ist echt, und nichts bleibt.</translation>
    </message>
    <message>
        <source>Walks through a whole practice deployment by itself and saves a picture of every step in DIR.</source>
        <translation>Geht von selbst durch ein ganzes Übungs-Deployment und speichert von jedem Schritt ein Bild in DIR.</translation>
    </message>
    <message>
        <source>Speaks this language, such as de, instead of the system’s.</source>
        <translation>Spricht diese Sprache, zum Beispiel de, statt der des Systems.</translation>
    </message>
    <message>
        <source>Takes a Clerk application from its development instance to a working production instance.</source>
        <translation>Bringt eine Clerk-Anwendung von ihrer Entwicklungsinstanz zu einer funktionierenden Produktionsinstanz.</translation>
    </message>
    <message>
        <source>golive --help lists the options.</source>
        <translation>golive --help nennt die Optionen.</translation>
    </message>
    <message>
        <source>“%1” is not something Golive knows.</source>
        <translation>„%1“ kennt Golive nicht.</translation>
    </message>
    <message>
        <source>Shows itself light or dark, this time only.</source>
        <translation>Zeigt sich hell oder dunkel, nur dieses Mal.</translation>
    </message>
    <message>
        <source>Opens the window in this size, such as 1024x600.</source>
        <translation>Öffnet das Fenster in dieser Größe, etwa 1024x600.</translation>
    </message>
    <message>
        <source>--theme is light or dark, not “%1”.</source>
        <translation>--theme ist light oder dark, nicht „%1“.</translation>
    </message>
    <message>
        <source>--size is like 1024x600, not “%1”.</source>
        <translation>--size ist etwas wie 1024x600, nicht „%1“.</translation>
    </message>
    <message>
        <source>golive check --help lists the options.</source>
        <translation>golive check --help listet die Optionen auf.</translation>
    </message>
    <message>
        <source>Checks the DNS records of a domain, without a window; see check --help.</source>
        <translation>Prüft die DNS-Einträge einer Domain, ohne Fenster; siehe check --help.</translation>
    </message>
    <message>
        <source>Starts in screen sharing mode: keys, ids and addresses are hidden.</source>
        <translation>Startet für die Bildschirmfreigabe: Schlüssel, IDs und Adressen sind verdeckt.</translation>
    </message>
    <message>
        <source>--lang is the code of a language, such as de, not “%1”.</source>
        <translation>--lang ist das Kürzel einer Sprache, zum Beispiel de, nicht „%1“.</translation>
    </message>
    <message>
        <source>--config-dir is a folder, and may not be empty.</source>
        <translation>--config-dir ist ein Ordner und darf nicht leer sein.</translation>
    </message>
    <message>
        <source>--yes belongs to --reset.</source>
        <translation>--yes gehört zu --reset.</translation>
    </message>
    <message>
        <source>Keeps preferences and the notes about deployments in DIR instead of the usual places.</source>
        <translation>Bewahrt Einstellungen und die Notizen zu Deployments in DIR statt an den üblichen Orten auf.</translation>
    </message>
    <message>
        <source>Removes preferences and the notes about deployments, after asking, and ends. Names what stays in the password store.</source>
        <translation>Entfernt nach Rückfrage Einstellungen und die Notizen zu Deployments und endet. Nennt, was im Passwortspeicher bleibt.</translation>
    </message>
    <message>
        <source>With --reset: does not ask.</source>
        <translation>Mit --reset: fragt nicht nach.</translation>
    </message>
    <message>
        <source>--export-report is a file, and may not be empty.</source>
        <translation>--export-report ist eine Datei und darf nicht leer sein.</translation>
    </message>
    <message>
        <source>Writes what support wants to know about this computer and its deployments to FILE, and ends.</source>
        <translation>Schreibt nach FILE, was der Support über diesen Computer und seine Deployments wissen will, und endet.</translation>
    </message>
</context>
<context>
    <name>golive::PageHeader</name>
    <message>
        <source>Screen sharing mode</source>
        <translation>Bildschirm wird gezeigt</translation>
    </message>
    <message>
        <source>Hides keys, ids and addresses while others see your screen (Ctrl+Shift+H)</source>
        <translation>Verdeckt Schlüssel, IDs und Adressen, während andere Ihren Bildschirm sehen (Strg+Umschalt+H)</translation>
    </message>
    <message>
        <source>Keys, ids and addresses are hidden</source>
        <translation>Schlüssel, IDs und Adressen sind verdeckt</translation>
    </message>
</context>
<context>
    <name>golive::PracticePanel</name>
    <message>
        <source>Your pretend DNS provider</source>
        <translation>Ihr Schein-DNS-Anbieter</translation>
    </message>
    <message>
        <source>Only for practice: it stands in for your provider’s website. Add the records here, rightly or with a mistake, and watch the DNS step find out.</source>
        <translation>Nur zum Üben: Es vertritt die Website Ihres Anbieters. Legen Sie die Einträge hier an, richtig oder mit einem Fehler, und sehen Sie zu, wie der DNS-Schritt es herausfindet.</translation>
    </message>
    <message>
        <source>Add all, correctly</source>
        <translation>Alle richtig anlegen</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>How %1 is added</source>
        <translation>Wie %1 angelegt ist</translation>
    </message>
</context>
<context>
    <name>golive::PracticePanelViewModel</name>
    <message>
        <source>Not added</source>
        <translation>Nicht angelegt</translation>
    </message>
    <message>
        <source>Added, correctly</source>
        <translation>Richtig angelegt</translation>
    </message>
    <message>
        <source>Added, with a typing error</source>
        <translation>Angelegt, mit einem Tippfehler</translation>
    </message>
    <message>
        <source>Added, with the domain twice</source>
        <translation>Angelegt, mit doppelter Domain</translation>
    </message>
    <message>
        <source>Added, behind the provider’s proxy</source>
        <translation>Angelegt, hinter dem Proxy des Anbieters</translation>
    </message>
    <message>
        <source>%1 of %2 added correctly.</source>
        <translation>%1 von %2 richtig angelegt.</translation>
    </message>
    <message>
        <source>Nothing to add yet: Clerk lists the records once the production instance exists.

To see what Golive finds out about a domain, type unregistered.example or occupied.example in the step “Domain”.</source>
        <translation>Noch nichts hinzuzufügen: Clerk nennt die Einträge, sobald es die Produktionsinstanz gibt.

Um zu sehen, was Golive über eine Domain herausfindet, geben Sie im Schritt „Domain“ unregistered.example oder occupied.example ein.</translation>
    </message>
</context>
<context>
    <name>golive::PracticeStrip</name>
    <message>
        <source>Practice mode: nothing here is real</source>
        <translation>Übungsmodus: Hier ist nichts echt</translation>
    </message>
    <message>
        <source>Practice &amp;panel</source>
        <translation>Übungs&amp;pult</translation>
    </message>
</context>
<context>
    <name>golive::PreferenceChecks</name>
    <message>
        <source>“%1” is not an address of a DNS server. Write an IP address, with a port if it is not 53: 192.0.2.1 or 192.0.2.1:5353.</source>
        <translation>„%1“ ist keine Adresse eines DNS-Servers. Schreiben Sie eine IP-Adresse, mit einem Port, wenn er nicht 53 ist: 192.0.2.1 oder 192.0.2.1:5353.</translation>
    </message>
    <message>
        <source>This is not a web address. It looks like https://api.clerk.com.</source>
        <translation>Das ist keine Webadresse. Eine solche sieht aus wie https://api.clerk.com.</translation>
    </message>
    <message>
        <source>The address has to begin with https://, so that nobody on the way can read your keys.</source>
        <translation>Die Adresse muss mit https:// beginnen, damit unterwegs niemand Ihre Schlüssel lesen kann.</translation>
    </message>
</context>
<context>
    <name>golive::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>DNS &amp;resolvers</source>
        <translation>DNS-&amp;Resolver</translation>
    </message>
    <message>
        <source>Address of &amp;Clerk’s Platform API</source>
        <translation>Adresse von &amp;Clerks Platform API</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>S&amp;peichern</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start of Golive on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start von Golive.</translation>
    </message>
    <message>
        <source>&amp;Tell me on the desktop when all records are in place</source>
        <translation>Auf dem Desktop &amp;melden, wenn alle Einträge stimmen</translation>
    </message>
    <message>
        <source>One address per line, with a port where it is not 53. Empty: well-known public ones. Used from the next start of Golive on.</source>
        <translation>Eine Adresse je Zeile, mit Port, falls er nicht 53 ist. Leer: bekannte öffentliche. Gilt ab dem nächsten Start von Golive.</translation>
    </message>
    <message>
        <source>Leave empty unless you were told to use another one. Used from the next start of Golive on.</source>
        <translation>Lassen Sie das Feld leer, wenn Ihnen keine andere genannt wurde. Gilt ab dem nächsten Start von Golive.</translation>
    </message>
    <message>
        <source>Remove everything Golive stored on this computer…</source>
        <translation>Alles entfernen, was Golive auf diesem Computer gespeichert hat …</translation>
    </message>
    <message>
        <source>&amp;More contrast, even where the system does not ask for it</source>
        <translation>&amp;Mehr Kontrast, auch wenn das System keinen verlangt</translation>
    </message>
</context>
<context>
    <name>golive::PrivateKeyField</name>
    <message>
        <source>Choose the file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste the private key</source>
        <translation>Den privaten Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Choose the private key</source>
        <translation>Den privaten Schlüssel wählen</translation>
    </message>
    <message>
        <source>Private keys (*.p8 *.pem *.key)</source>
        <translation>Private Schlüssel (*.p8 *.pem *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A private key is entered.</source>
        <translation>Ein privater Schlüssel ist eingegeben.</translation>
    </message>
    <message>
        <source>No key yet. You can drop the file here, too.</source>
        <translation>Noch kein Schlüssel. Sie können die Datei auch hier ablegen.</translation>
    </message>
    <message>
        <source>Clerk has a key; choose another to replace it.</source>
        <translation>Clerk hat einen Schlüssel; wählen Sie einen anderen, um ihn zu ersetzen.</translation>
    </message>
</context>
<context>
    <name>golive::ProviderCard</name>
    <message>
        <source>Open Clerk’s Dashboard</source>
        <translation>Clerks Dashboard öffnen</translation>
    </message>
    <message>
        <source>Read Clerk’s guide</source>
        <translation>Clerks Anleitung lesen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Enter it now</source>
        <translation>Jetzt eingeben</translation>
    </message>
    <message>
        <source>Replace the credentials…</source>
        <translation>Zugangsdaten ersetzen …</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Open %1’s console</source>
        <extracomment>%1 is a provider, such as Google</extracomment>
        <translation>Konsole von %1 öffnen</translation>
    </message>
    <message>
        <source>Keep what is saved</source>
        <translation>Gespeichertes behalten</translation>
    </message>
    <message>
        <source>1. Register production at %1</source>
        <extracomment>%1 is a provider, such as Google</extracomment>
        <translation>1. Die Produktion bei %1 registrieren</translation>
    </message>
    <message>
        <source>What has to be registered at %1</source>
        <translation>Was bei %1 registriert sein muss</translation>
    </message>
    <message>
        <source>Clerk does not list the production domain yet. What to register appears here as soon as it does.</source>
        <translation>Clerk führt die Produktionsdomain noch nicht auf. Sobald es das tut, erscheint hier, was zu registrieren ist.</translation>
    </message>
    <message>
        <source>Add this to your app there:</source>
        <translation>Tragen Sie das dort bei Ihrer App ein:</translation>
    </message>
    <message>
        <source>I have added this redirect URI</source>
        <translation>Ich habe diese Redirect-URI eingetragen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Switches %1 off in production. You can take it up again at any time.</source>
        <translation>Schaltet %1 in der Produktion ab. Sie können es jederzeit wieder aufnehmen.</translation>
    </message>
    <message>
        <source>It belongs here: %1</source>
        <extracomment>%1 is a path through the pages of a provider</extracomment>
        <translation>Sie gehört hierhin: %1</translation>
    </message>
    <message>
        <source>Switch off in production</source>
        <translation>In der Produktion abschalten</translation>
    </message>
</context>
<context>
    <name>golive::ProviderCards</name>
    <message>
        <source>Redirect URI</source>
        <translation>Redirect-URI</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>JavaScript origin</source>
        <translation>JavaScript-Origin</translation>
    </message>
    <message>
        <source>Enter a date like %1.</source>
        <translation>Geben Sie ein Datum wie %1 ein.</translation>
    </message>
</context>
<context>
    <name>golive::ProviderDraft</name>
    <message>
        <source>Enter the %1.</source>
        <translation>Füllen Sie das Feld „%1“ aus.</translation>
    </message>
    <message>
        <source>These dots only stand for the value. Enter the %1 itself.</source>
        <translation>Diese Punkte stehen nur für den Wert. Geben Sie ihn selbst ein: %1.</translation>
    </message>
</context>
<context>
    <name>golive::ProviderForm</name>
    <message>
        <source>Keep a copy in this computer’s password store</source>
        <translation>Eine Kopie im Passwortspeicher dieses Computers behalten</translation>
    </message>
    <message>
        <source>2. Enter what %1 gave you</source>
        <extracomment>%1 is a provider, such as Google</extracomment>
        <translation>2. Geben Sie ein, was Sie von %1 bekommen haben</translation>
    </message>
    <message>
        <source>Otherwise Golive forgets the secret as soon as Clerk has it.</source>
        <translation>Sonst vergisst Golive das Geheimnis, sobald Clerk es hat.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste credentials for %1</source>
        <translation>Zugangsdaten für %1 einfügen</translation>
    </message>
    <message>
        <source>Choose the file from %1</source>
        <translation>Datei von %1 wählen</translation>
    </message>
    <message>
        <source>or drop it here. An environment file or a note works, too.</source>
        <translation>oder hierher ziehen. Auch eine Umgebungsdatei oder eine Notiz geht.</translation>
    </message>
    <message>
        <source>Save a calendar reminder…</source>
        <translation>Kalendererinnerung speichern …</translation>
    </message>
    <message>
        <source>The secret expires on</source>
        <translation>Das Geheimnis läuft ab am</translation>
    </message>
    <message>
        <source>(optional)</source>
        <translation>(freiwillig)</translation>
    </message>
    <message>
        <source>Save the calendar reminder</source>
        <translation>Kalendererinnerung speichern</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Kalenderdateien (*.ics)</translation>
    </message>
    <message>
        <source>Entered; type to replace it</source>
        <translation>Eingegeben; zum Ersetzen neu eingeben</translation>
    </message>
    <message>
        <source>Clerk has one; type to replace it</source>
        <translation>Clerk hat eines; zum Ersetzen neu eingeben</translation>
    </message>
    <message>
        <source>(not set)</source>
        <translation>(nicht gesetzt)</translation>
    </message>
</context>
<context>
    <name>golive::ProviderGuide</name>
    <message>
        <source>The Services ID is not the bundle ID of your app.</source>
        <translation>Die Services ID ist nicht die Bundle-ID Ihrer App.</translation>
    </message>
    <message>
        <source>The private key can be downloaded once. Its Key ID is part of the file name: AuthKey_&lt;Key ID&gt;.p8.</source>
        <translation>Der private Schlüssel lässt sich nur einmal herunterladen. Seine Key ID ist Teil des Dateinamens: AuthKey_&lt;Key ID&gt;.p8.</translation>
    </message>
    <message>
        <source>For mail to hidden addresses, register the email source that the Clerk Dashboard shows, once the mail records work.</source>
        <translation>Für E-Mails an verborgene Adressen registrieren Sie den E-Mail-Absender, den Clerks Dashboard zeigt, sobald die Einträge für E-Mail funktionieren.</translation>
    </message>
    <message>
        <source>Add the User identity API and set Distribution to Sharing.</source>
        <translation>Fügen Sie die „User identity API“ hinzu und stellen Sie „Distribution“ auf „Sharing“.</translation>
    </message>
    <message>
        <source>Tick the permissions Account: Email and Account: Read.</source>
        <translation>Haken Sie die Berechtigungen „Account: Email“ und „Account: Read“ an.</translation>
    </message>
    <message>
        <source>Coinbase gives new OAuth clients to approved partners only.</source>
        <translation>Coinbase gibt neue OAuth-Clients nur an zugelassene Partner.</translation>
    </message>
    <message>
        <source>Add the email permission to the use case.</source>
        <translation>Fügen Sie dem „Use case“ die Berechtigung „email“ hinzu.</translation>
    </message>
    <message>
        <source>The app has to be live, or only its own team can sign in.</source>
        <translation>Die App muss „live“ sein, sonst kann sich nur ihr eigenes Team anmelden.</translation>
    </message>
    <message>
        <source>Register an OAuth App, not a GitHub App: a client ID that starts with Iv belongs to the latter.</source>
        <translation>Registrieren Sie eine „OAuth App“, keine „GitHub App“: Eine Client-ID, die mit Iv beginnt, gehört zu letzterer.</translation>
    </message>
    <message>
        <source>An OAuth App has one callback URL, so development and production need one each.</source>
        <translation>Eine „OAuth App“ hat nur eine Callback-URL, deshalb brauchen Entwicklung und Produktion je eine.</translation>
    </message>
    <message>
        <source>Tick at least the scope read_user.</source>
        <translation>Haken Sie mindestens den Scope read_user an.</translation>
    </message>
    <message>
        <source>Google may verify name, logo and scopes first, which takes time.</source>
        <translation>Google prüft vielleicht zuerst Name, Logo und Scopes; das braucht Zeit.</translation>
    </message>
    <message>
        <source>Google refuses sign-in inside embedded web views.</source>
        <translation>Google lehnt die Anmeldung in eingebetteten Web-Ansichten ab.</translation>
    </message>
    <message>
        <source>Add the scope crm.objects.owners.read.</source>
        <translation>Fügen Sie den Scope crm.objects.owners.read hinzu.</translation>
    </message>
    <message>
        <source>Tick the scopes openid, profile and email.</source>
        <translation>Haken Sie die Scopes openid, profile und email an.</translation>
    </message>
    <message>
        <source>A channel belongs to one region. Choose the one your users live in.</source>
        <translation>Ein Kanal gehört zu einer Region. Wählen Sie die, in der Ihre Nutzer leben.</translation>
    </message>
    <message>
        <source>Only an administrator of the workspace can make the application.</source>
        <translation>Nur ein Administrator des Workspace kann die Anwendung anlegen.</translation>
    </message>
    <message>
        <source>This is the old kind of connection. LinkedIn gives new apps OpenID Connect only.</source>
        <translation>Das ist die alte Art der Verbindung. LinkedIn gibt neuen Apps nur noch OpenID Connect.</translation>
    </message>
    <message>
        <source>Copy the Value of the client secret, not its Secret ID. It is shown once.</source>
        <translation>Kopieren Sie den „Value“ des Client Secret, nicht seine „Secret ID“. Er wird nur einmal gezeigt.</translation>
    </message>
    <message>
        <source>The secret expires, after 24 months at the latest. Note the date.</source>
        <translation>Das Secret läuft ab, spätestens nach 24 Monaten. Notieren Sie sich das Datum.</translation>
    </message>
    <message>
        <source>Choose accounts in any organizational directory and personal Microsoft accounts.</source>
        <translation>Wählen Sie „Accounts in any organizational directory and personal Microsoft accounts“.</translation>
    </message>
    <message>
        <source>The integration type has to be Public.</source>
        <translation>Die Art der Integration muss „Public“ sein.</translation>
    </message>
    <message>
        <source>In development mode only the users you list can sign in. Ask for extended quota.</source>
        <translation>Im „Development mode“ können sich nur die Nutzer anmelden, die Sie aufführen. Beantragen Sie „Extended quota“.</translation>
    </message>
    <message>
        <source>Verify that the URL is yours and submit the app for review, which takes days.</source>
        <translation>Weisen Sie nach, dass die URL Ihnen gehört, und reichen Sie die App zur Prüfung ein; das dauert Tage.</translation>
    </message>
    <message>
        <source>The Twitch account needs two-factor authentication before it may register an application.</source>
        <translation>Das Twitch-Konto braucht Zwei-Faktor-Authentifizierung, bevor es eine Anwendung registrieren darf.</translation>
    </message>
    <message>
        <source>This is OAuth 1.0a, which is deprecated. Prefer X.</source>
        <translation>Das ist OAuth 1.0a, das veraltet ist. Nehmen Sie lieber X.</translation>
    </message>
    <message>
        <source>Tick the scopes openid, email, profile and offline_access.</source>
        <translation>Haken Sie die Scopes openid, email, profile und offline_access an.</translation>
    </message>
    <message>
        <source>Under “Domains and Subdomains” enter the host of the Frontend API without https://.</source>
        <translation>Geben Sie unter „Domains and Subdomains“ den Host der Frontend API ohne https:// ein.</translation>
    </message>
    <message>
        <source>The secret is shown once. “Reset Secret” makes a new one and ends the old one.</source>
        <translation>Das Secret wird nur einmal gezeigt. „Reset Secret“ erzeugt ein neues und beendet das alte.</translation>
    </message>
    <message>
        <source>The publishing status has to be “In production”: in “Testing” only the listed test users, at most 100, can sign in.</source>
        <translation>Der „Publishing status“ muss „In production“ sein: Bei „Testing“ können sich nur die aufgeführten Testnutzer anmelden, höchstens 100.</translation>
    </message>
    <message>
        <source>Request the product “Sign In with LinkedIn using OpenID Connect” for the app.</source>
        <translation>Beantragen Sie für die App das Produkt „Sign In with LinkedIn using OpenID Connect“.</translation>
    </message>
    <message>
        <source>Press “Save URLs” after adding the redirect URL.</source>
        <translation>Drücken Sie „Save URLs“, nachdem Sie die Redirect-URL eingetragen haben.</translation>
    </message>
    <message>
        <source>Turn on “Request email from users”.</source>
        <translation>Schalten Sie „Request email from users“ ein.</translation>
    </message>
    <message>
        <source>Take the OAuth 2.0 keys of the user authentication page, not the API keys from “Keys and tokens”.</source>
        <translation>Nehmen Sie die OAuth-2.0-Schlüssel der Seite „User authentication“, nicht die API-Schlüssel aus „Keys and tokens“.</translation>
    </message>
    <message>
        <source>The type of app is “Web App, Automated App or Bot”, the permission at least Read.</source>
        <translation>Die Art der App ist „Web App, Automated App or Bot“, die Berechtigung mindestens „Read“.</translation>
    </message>
    <message>
        <source>Under Identifiers, choose Services IDs, or register one with the plus sign. Its identifier goes into the field Services ID.</source>
        <translation>Wählen Sie unter Identifiers die Services IDs aus, oder registrieren Sie mit dem Pluszeichen eine. Ihre Kennung gehört in das Feld Services ID.</translation>
    </message>
    <message>
        <source>Switch on Sign in with Apple for it, press Configure, and choose the App ID that it belongs to.</source>
        <translation>Schalten Sie dafür Sign in with Apple ein, klicken Sie auf Configure und wählen Sie die App ID, zu der sie gehört.</translation>
    </message>
    <message>
        <source>Enter the host under “Domains and Subdomains” and the redirect URI under “Return URLs”, then save in both windows.</source>
        <translation>Tragen Sie den Host unter „Domains and Subdomains“ und die Redirect-URI unter „Return URLs“ ein, und speichern Sie in beiden Fenstern.</translation>
    </message>
    <message>
        <source>Under Keys, register a key with Sign in with Apple for the same App ID, and download it. Choose the downloaded file here.</source>
        <translation>Registrieren Sie unter Keys einen Schlüssel mit Sign in with Apple für dieselbe App ID und laden Sie ihn herunter. Wählen Sie hier die heruntergeladene Datei.</translation>
    </message>
    <message>
        <source>The Team ID is the App ID Prefix of your App ID, ten letters and digits.</source>
        <translation>Die Team ID ist das App ID Prefix Ihrer App ID, zehn Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>In the developer console, create an app of the type OAuth 2.0 integration.</source>
        <translation>Legen Sie in der Developer Console eine App vom Typ OAuth 2.0 integration an.</translation>
    </message>
    <message>
        <source>Under Permissions, add the User identity API.</source>
        <translation>Fügen Sie unter Permissions die User identity API hinzu.</translation>
    </message>
    <message>
        <source>Under Authorization, configure OAuth 2.0 (3LO) with the redirect URI as the Callback URL.</source>
        <translation>Richten Sie unter Authorization OAuth 2.0 (3LO) mit der Redirect-URI als Callback URL ein.</translation>
    </message>
    <message>
        <source>Under Distribution, choose Sharing.</source>
        <translation>Wählen Sie unter Distribution Sharing.</translation>
    </message>
    <message>
        <source>Under Settings, copy the Client ID and the Secret.</source>
        <translation>Kopieren Sie unter Settings die Client ID und das Secret.</translation>
    </message>
    <message>
        <source>In the settings of your workspace, open OAuth consumers and add one.</source>
        <translation>Öffnen Sie in den Einstellungen Ihres Workspace OAuth consumers und fügen Sie einen hinzu.</translation>
    </message>
    <message>
        <source>Enter the redirect URI as the Callback URL.</source>
        <translation>Tragen Sie die Redirect-URI als Callback URL ein.</translation>
    </message>
    <message>
        <source>Tick the permissions Account: Email and Account: Read, then save.</source>
        <translation>Haken Sie die Berechtigungen Account: Email und Account: Read an und speichern Sie.</translation>
    </message>
    <message>
        <source>Open the consumer in the list and copy its Key and its Secret.</source>
        <translation>Öffnen Sie den Consumer in der Liste und kopieren Sie seinen Key und sein Secret.</translation>
    </message>
    <message>
        <source>In the developer console, create a custom app with user authentication (OAuth 2.0).</source>
        <translation>Legen Sie in der Developer Console eine Custom App mit User Authentication (OAuth 2.0) an.</translation>
    </message>
    <message>
        <source>Under Configuration, add the redirect URI to the OAuth 2.0 Redirect URIs and save.</source>
        <translation>Fügen Sie unter Configuration die Redirect-URI den OAuth 2.0 Redirect URIs hinzu und speichern Sie.</translation>
    </message>
    <message>
        <source>On the same page, copy the Client ID and the Client Secret.</source>
        <translation>Kopieren Sie auf derselben Seite die Client ID und das Client Secret.</translation>
    </message>
    <message>
        <source>In the developer portal, open OAuth and choose your client. New ones are given to approved partners only.</source>
        <translation>Öffnen Sie im Developer Portal OAuth und wählen Sie Ihren Client. Neue bekommen nur zugelassene Partner.</translation>
    </message>
    <message>
        <source>Add the redirect URI to its Redirect URIs.</source>
        <translation>Fügen Sie die Redirect-URI dessen Redirect URIs hinzu.</translation>
    </message>
    <message>
        <source>Copy the Client ID and the Client Secret.</source>
        <translation>Kopieren Sie die Client ID und das Client Secret.</translation>
    </message>
    <message>
        <source>Create an application, or choose the one for production.</source>
        <translation>Legen Sie eine Anwendung an, oder wählen Sie die für die Produktion.</translation>
    </message>
    <message>
        <source>Under OAuth2, add the redirect URI to Redirects and save the changes.</source>
        <translation>Fügen Sie unter OAuth2 die Redirect-URI den Redirects hinzu und speichern Sie die Änderungen.</translation>
    </message>
    <message>
        <source>On the same page, copy the Client ID, press “Reset Secret” and copy the Client Secret at once.</source>
        <translation>Kopieren Sie auf derselben Seite die Client ID, klicken Sie auf „Reset Secret“ und kopieren Sie das Client Secret sofort.</translation>
    </message>
    <message>
        <source>In the App Console, create an app with scoped access, or choose the one for production.</source>
        <translation>Legen Sie in der App Console eine App mit Scoped access an, oder wählen Sie die für die Produktion.</translation>
    </message>
    <message>
        <source>Under Settings, add the redirect URI to the Redirect URIs.</source>
        <translation>Fügen Sie unter Settings die Redirect-URI den Redirect URIs hinzu.</translation>
    </message>
    <message>
        <source>On the same page, copy the App key and show the App secret to copy it.</source>
        <translation>Kopieren Sie auf derselben Seite den App key, und blenden Sie das App secret ein, um es zu kopieren.</translation>
    </message>
    <message>
        <source>Create an app with the use case for Facebook Login, or choose the one for production.</source>
        <translation>Legen Sie eine App mit dem Anwendungsfall für Facebook Login an, oder wählen Sie die für die Produktion.</translation>
    </message>
    <message>
        <source>In the settings of Facebook Login, add the redirect URI to the Valid OAuth Redirect URIs and save.</source>
        <translation>Fügen Sie in den Einstellungen von Facebook Login die Redirect-URI den Valid OAuth Redirect URIs hinzu und speichern Sie.</translation>
    </message>
    <message>
        <source>Under App settings &gt; Basic, copy the App ID and show the App Secret to copy it.</source>
        <translation>Kopieren Sie unter App settings &gt; Basic die App ID, und blenden Sie das App Secret ein, um es zu kopieren.</translation>
    </message>
    <message>
        <source>Put the app into the Live mode.</source>
        <translation>Schalten Sie die App in den Modus Live.</translation>
    </message>
    <message>
        <source>In the developer settings, open OAuth Apps and register a new one for production.</source>
        <translation>Öffnen Sie in den Developer settings OAuth Apps und registrieren Sie eine neue für die Produktion.</translation>
    </message>
    <message>
        <source>Enter the redirect URI as the Authorization callback URL.</source>
        <translation>Tragen Sie die Redirect-URI als Authorization callback URL ein.</translation>
    </message>
    <message>
        <source>Copy the Client ID, press “Generate a new client secret” and copy the secret at once.</source>
        <translation>Kopieren Sie die Client ID, klicken Sie auf „Generate a new client secret“ und kopieren Sie das Secret sofort.</translation>
    </message>
    <message>
        <source>In your user settings, open Applications and add a new one.</source>
        <translation>Öffnen Sie in Ihren Benutzereinstellungen Applications und fügen Sie eine neue hinzu.</translation>
    </message>
    <message>
        <source>Enter the redirect URI, leave Confidential ticked and tick at least the scope read_user.</source>
        <translation>Tragen Sie die Redirect-URI ein, lassen Sie Confidential angehakt und haken Sie mindestens den Scope read_user an.</translation>
    </message>
    <message>
        <source>Save, then copy the Application ID and the Secret.</source>
        <translation>Speichern Sie, und kopieren Sie dann die Application ID und das Secret.</translation>
    </message>
    <message>
        <source>Choose the project for production and fill in its consent screen, with the user type External.</source>
        <translation>Wählen Sie das Projekt für die Produktion und füllen Sie dessen Zustimmungsbildschirm aus, mit dem Nutzertyp External.</translation>
    </message>
    <message>
        <source>Under Credentials, create an OAuth client ID of the type Web application.</source>
        <translation>Legen Sie unter Credentials eine OAuth client ID vom Typ Web application an.</translation>
    </message>
    <message>
        <source>Add the origins of your site to the Authorized JavaScript origins.</source>
        <translation>Fügen Sie die Ursprünge Ihrer Website den Authorized JavaScript origins hinzu.</translation>
    </message>
    <message>
        <source>Add the redirect URI to the Authorized redirect URIs, then create the client.</source>
        <translation>Fügen Sie die Redirect-URI den Authorized redirect URIs hinzu, und legen Sie den Client an.</translation>
    </message>
    <message>
        <source>Download the JSON and drop it here, or copy the Client ID and the Client secret.</source>
        <translation>Laden Sie das JSON herunter und ziehen Sie es hierher, oder kopieren Sie die Client ID und das Client secret.</translation>
    </message>
    <message>
        <source>Set the publishing status to “In production”.</source>
        <translation>Setzen Sie den Veröffentlichungsstatus auf „In production“.</translation>
    </message>
    <message>
        <source>Create a developer app, or choose the one for production.</source>
        <translation>Legen Sie eine Developer-App an, oder wählen Sie die für die Produktion.</translation>
    </message>
    <message>
        <source>Under Auth, add the redirect URI to the Redirect URLs.</source>
        <translation>Fügen Sie unter Auth die Redirect-URI den Redirect URLs hinzu.</translation>
    </message>
    <message>
        <source>On the same page, add the scope crm.objects.owners.read and save.</source>
        <translation>Fügen Sie auf derselben Seite den Scope crm.objects.owners.read hinzu und speichern Sie.</translation>
    </message>
    <message>
        <source>Copy the Client ID and show the Client Secret to copy it.</source>
        <translation>Kopieren Sie die Client ID, und blenden Sie das Client Secret ein, um es zu kopieren.</translation>
    </message>
    <message>
        <source>In the settings of your account, open Connected Apps and create an application.</source>
        <translation>Öffnen Sie in den Einstellungen Ihres Kontos Connected Apps und legen Sie eine Anwendung an.</translation>
    </message>
    <message>
        <source>Add the redirect URI to the Redirect URLs and create the app.</source>
        <translation>Fügen Sie die Redirect-URI den Redirect URLs hinzu und legen Sie die App an.</translation>
    </message>
    <message>
        <source>Copy the Client ID and the App Secret.</source>
        <translation>Kopieren Sie die Client ID und das App Secret.</translation>
    </message>
    <message>
        <source>In the console, create a LINE Login channel for the region where your users live.</source>
        <translation>Legen Sie in der Console einen LINE-Login-Channel für die Region an, in der Ihre Benutzer leben.</translation>
    </message>
    <message>
        <source>Under LINE Login, enter the redirect URI as the Callback URL.</source>
        <translation>Tragen Sie unter LINE Login die Redirect-URI als Callback URL ein.</translation>
    </message>
    <message>
        <source>Under Basic settings, copy the Channel ID and the Channel secret.</source>
        <translation>Kopieren Sie unter Basic settings die Channel ID und das Channel secret.</translation>
    </message>
    <message>
        <source>As an administrator of the workspace, open Settings &gt; API and create an OAuth application.</source>
        <translation>Öffnen Sie als Administrator des Workspace Settings &gt; API und legen Sie eine OAuth application an.</translation>
    </message>
    <message>
        <source>Add the redirect URI to the Callback URLs and save.</source>
        <translation>Fügen Sie die Redirect-URI den Callback URLs hinzu und speichern Sie.</translation>
    </message>
    <message>
        <source>Choose the app that has this old kind of connection already.</source>
        <translation>Wählen Sie die App, die diese alte Art der Verbindung schon hat.</translation>
    </message>
    <message>
        <source>Under Auth, add the redirect URI to the Authorized redirect URLs.</source>
        <translation>Fügen Sie unter Auth die Redirect-URI den Authorized redirect URLs hinzu.</translation>
    </message>
    <message>
        <source>Create an app for your company’s page, or choose the one for production.</source>
        <translation>Legen Sie eine App für die Seite Ihres Unternehmens an, oder wählen Sie die für die Produktion.</translation>
    </message>
    <message>
        <source>Under Products, request “Sign In with LinkedIn using OpenID Connect”.</source>
        <translation>Fordern Sie unter Products „Sign In with LinkedIn using OpenID Connect“ an.</translation>
    </message>
    <message>
        <source>On the same page, copy the Client ID and the Primary Client Secret.</source>
        <translation>Kopieren Sie auf derselben Seite die Client ID und das Primary Client Secret.</translation>
    </message>
    <message>
        <source>Under App registrations, register an app for accounts in any organizational directory and personal Microsoft accounts.</source>
        <translation>Registrieren Sie unter App registrations eine App für Konten in beliebigen Organisationsverzeichnissen und persönliche Microsoft-Konten.</translation>
    </message>
    <message>
        <source>Enter the redirect URI with the platform Web.</source>
        <translation>Tragen Sie die Redirect-URI mit der Plattform Web ein.</translation>
    </message>
    <message>
        <source>On the overview, copy the Application (client) ID.</source>
        <translation>Kopieren Sie in der Übersicht die Application (client) ID.</translation>
    </message>
    <message>
        <source>Under Authentication, enter the redirect URI as the Front-channel logout URL too, and tick access tokens and ID tokens.</source>
        <translation>Tragen Sie unter Authentication die Redirect-URI auch als Front-channel logout URL ein, und haken Sie Access tokens und ID tokens an.</translation>
    </message>
    <message>
        <source>Under Certificates &amp; secrets, make a new client secret. Copy its Value at once, not its Secret ID, and note when it expires.</source>
        <translation>Erzeugen Sie unter Certificates &amp; secrets ein neues Client secret. Kopieren Sie sofort dessen Value, nicht die Secret ID, und notieren Sie, wann es abläuft.</translation>
    </message>
    <message>
        <source>Under Token configuration, add the optional claims email and xms_edov to the ID token.</source>
        <translation>Fügen Sie unter Token configuration dem ID token die optionalen Claims email und xms_edov hinzu.</translation>
    </message>
    <message>
        <source>Under your integrations, create one of the type Public.</source>
        <translation>Legen Sie unter Ihren Integrationen eine vom Typ Public an.</translation>
    </message>
    <message>
        <source>Add the redirect URI to its Redirect URIs and save.</source>
        <translation>Fügen Sie die Redirect-URI deren Redirect URIs hinzu und speichern Sie.</translation>
    </message>
    <message>
        <source>Copy the OAuth Client ID and the OAuth Client Secret.</source>
        <translation>Kopieren Sie die OAuth Client ID und das OAuth Client Secret.</translation>
    </message>
    <message>
        <source>Create an app from scratch, or choose the one for production.</source>
        <translation>Legen Sie eine neue App an, oder wählen Sie die für die Produktion.</translation>
    </message>
    <message>
        <source>Under OAuth &amp; Permissions, add the redirect URI to the Redirect URLs and press “Save URLs”.</source>
        <translation>Fügen Sie unter OAuth &amp; Permissions die Redirect-URI den Redirect URLs hinzu und klicken Sie auf „Save URLs“.</translation>
    </message>
    <message>
        <source>Under Basic Information, copy the Client ID and show the Client Secret to copy it.</source>
        <translation>Kopieren Sie unter Basic Information die Client ID, und blenden Sie das Client Secret ein, um es zu kopieren.</translation>
    </message>
    <message>
        <source>In the dashboard, create an app for the Web API, or choose the one for production.</source>
        <translation>Legen Sie im Dashboard eine App für die Web API an, oder wählen Sie die für die Produktion.</translation>
    </message>
    <message>
        <source>In its settings, add the redirect URI to the Redirect URIs and save.</source>
        <translation>Fügen Sie in ihren Einstellungen die Redirect-URI den Redirect URIs hinzu und speichern Sie.</translation>
    </message>
    <message>
        <source>On the same page, copy the Client ID and view the Client secret to copy it.</source>
        <translation>Kopieren Sie auf derselben Seite die Client ID, und lassen Sie sich das Client secret zeigen, um es zu kopieren.</translation>
    </message>
    <message>
        <source>Ask for the extended quota mode before your users come.</source>
        <translation>Beantragen Sie den erweiterten Kontingentmodus, bevor Ihre Benutzer kommen.</translation>
    </message>
    <message>
        <source>Under Manage apps, connect an app, or choose the one for production.</source>
        <translation>Verbinden Sie unter Manage apps eine App, oder wählen Sie die für die Produktion.</translation>
    </message>
    <message>
        <source>Verify that the URL of your site is yours.</source>
        <translation>Weisen Sie nach, dass die URL Ihrer Website Ihnen gehört.</translation>
    </message>
    <message>
        <source>Add Login Kit and enter the redirect URI there.</source>
        <translation>Fügen Sie Login Kit hinzu und tragen Sie dort die Redirect-URI ein.</translation>
    </message>
    <message>
        <source>Copy the Client key and the Client secret.</source>
        <translation>Kopieren Sie den Client key und das Client secret.</translation>
    </message>
    <message>
        <source>Submit the app for review.</source>
        <translation>Reichen Sie die App zur Prüfung ein.</translation>
    </message>
    <message>
        <source>In the console, register an application of the category Website Integration.</source>
        <translation>Registrieren Sie in der Console eine Anwendung der Kategorie Website Integration.</translation>
    </message>
    <message>
        <source>Enter the redirect URI as one of the OAuth Redirect URLs.</source>
        <translation>Tragen Sie die Redirect-URI als eine der OAuth Redirect URLs ein.</translation>
    </message>
    <message>
        <source>Choose the client type Confidential and create it.</source>
        <translation>Wählen Sie den Client-Typ Confidential und legen Sie sie an.</translation>
    </message>
    <message>
        <source>Press Manage, copy the Client ID, press “New Secret” and copy the Client Secret.</source>
        <translation>Klicken Sie auf Manage, kopieren Sie die Client ID, klicken Sie auf „New Secret“ und kopieren Sie das Client Secret.</translation>
    </message>
    <message>
        <source>Choose the app that has this deprecated kind of connection already.</source>
        <translation>Wählen Sie die App, die diese veraltete Art der Verbindung schon hat.</translation>
    </message>
    <message>
        <source>In the user authentication settings, turn on OAuth 1.0a and “Request email from users”.</source>
        <translation>Schalten Sie in den User authentication settings OAuth 1.0a und „Request email from users“ ein.</translation>
    </message>
    <message>
        <source>Enter the redirect URI as a Callback URI and save.</source>
        <translation>Tragen Sie die Redirect-URI als Callback URI ein und speichern Sie.</translation>
    </message>
    <message>
        <source>Under “Keys and tokens”, copy the API Key and the API Secret.</source>
        <translation>Kopieren Sie unter „Keys and tokens“ den API Key und das API Secret.</translation>
    </message>
    <message>
        <source>In the settings of your team, open Apps and create one, or choose the one for production.</source>
        <translation>Öffnen Sie in den Einstellungen Ihres Teams Apps und legen Sie eine an, oder wählen Sie die für die Produktion.</translation>
    </message>
    <message>
        <source>Add the redirect URI to the Authorization Callback URLs.</source>
        <translation>Fügen Sie die Redirect-URI den Authorization Callback URLs hinzu.</translation>
    </message>
    <message>
        <source>Copy the Client ID and make a Client Secret.</source>
        <translation>Kopieren Sie die Client ID und erzeugen Sie ein Client Secret.</translation>
    </message>
    <message>
        <source>Choose the project’s app. A free account holds one.</source>
        <translation>Wählen Sie die App des Projekts. Ein kostenloses Konto hat eine.</translation>
    </message>
    <message>
        <source>In the user authentication settings, choose the type “Web App, Automated App or Bot” and at least the permission Read.</source>
        <translation>Wählen Sie in den User authentication settings den Typ „Web App, Automated App or Bot“ und mindestens die Berechtigung Read.</translation>
    </message>
    <message>
        <source>Enter the redirect URI as the Callback URI / Redirect URL and save.</source>
        <translation>Tragen Sie die Redirect-URI als Callback URI / Redirect URL ein und speichern Sie.</translation>
    </message>
    <message>
        <source>Copy the OAuth 2.0 Client ID and Client Secret that are shown then.</source>
        <translation>Kopieren Sie die OAuth 2.0 Client ID und das Client Secret, die dann gezeigt werden.</translation>
    </message>
    <message>
        <source>Under My Apps, create a web app, or choose the one for production.</source>
        <translation>Legen Sie unter My Apps eine Web-App an, oder wählen Sie die für die Produktion.</translation>
    </message>
    <message>
        <source>Under Configuration, add the redirect URI to the Redirect URIs and save.</source>
        <translation>Fügen Sie unter Configuration die Redirect-URI den Redirect URIs hinzu und speichern Sie.</translation>
    </message>
    <message>
        <source>On the same page, copy the Client ID and generate a secret to copy it.</source>
        <translation>Kopieren Sie auf derselben Seite die Client ID, und erzeugen Sie ein Secret, um es zu kopieren.</translation>
    </message>
</context>
<context>
    <name>golive::ProviderHeader</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>golive::ProviderImport</name>
    <message>
        <source>The client has the redirect URI and the origins that production needs.</source>
        <translation>Der Client hat die Redirect-URI und die Origins, die die Produktion braucht.</translation>
    </message>
</context>
<context>
    <name>golive::ProviderWords</name>
    <message>
        <source>Needs your credentials</source>
        <translation>Braucht Ihre Zugangsdaten</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Saved in Clerk</source>
        <translation>In Clerk gespeichert</translation>
    </message>
    <message>
        <source>Saved; redirect URI not confirmed</source>
        <translation>Gespeichert; Redirect-URI nicht bestätigt</translation>
    </message>
    <message>
        <source>To do in Clerk’s Dashboard</source>
        <translation>In Clerks Dashboard zu erledigen</translation>
    </message>
    <message>
        <source>There is no production instance yet. Create it first: providers are set up in it.</source>
        <translation>Es gibt noch keine Produktionsinstanz. Legen Sie sie zuerst an: In ihr werden die Anbieter eingerichtet.</translation>
    </message>
    <message>
        <source>Development uses no social sign-in, so there is nothing to enter here.</source>
        <translation>Die Entwicklung benutzt keine Anmeldung über soziale Dienste, deshalb ist hier nichts einzugeben.</translation>
    </message>
    <message>
        <source>What development uses has to be set up in Clerk’s Dashboard.</source>
        <translation>Was die Entwicklung benutzt, ist in Clerks Dashboard einzurichten.</translation>
    </message>
    <message>
        <source>Every provider has its production credentials.</source>
        <translation>Jeder Anbieter hat seine Zugangsdaten für die Produktion.</translation>
    </message>
    <message>
        <source>Credentials saved: %1 of %2.</source>
        <translation>Gespeicherte Zugangsdaten: %1 von %2.</translation>
    </message>
    <message>
        <source>What you typed for %1 is not saved yet. Save it, or press Next again to leave it as it is.</source>
        <translation>Ihre Eingaben für %1 sind noch nicht gespeichert. Speichern Sie sie, oder drücken Sie noch einmal „Weiter“, um es so zu lassen.</translation>
    </message>
    <message>
        <source>Clerk accepted the credentials of %1, but does not list them yet. Ask Clerk again in a moment.</source>
        <translation>Clerk hat die Zugangsdaten von %1 angenommen, führt sie aber noch nicht auf. Fragen Sie Clerk gleich noch einmal.</translation>
    </message>
    <message>
        <source>Clerk’s answer did not arrive, so it is not certain whether these credentials were saved. Save them once more: the same values twice do no harm.</source>
        <translation>Die Antwort von Clerk ist nicht angekommen. Daher ist nicht sicher, ob diese Zugangsdaten gespeichert wurden. Speichern Sie sie noch einmal: Dieselben Werte zweimal schaden nicht.</translation>
    </message>
    <message>
        <source>Left out on purpose</source>
        <translation>Absichtlich weggelassen</translation>
    </message>
    <message>
        <source>Clerk’s description of %1 names nothing that could be entered here. Set it up in Clerk’s Dashboard; the rest does not wait for it.</source>
        <translation>Clerks Beschreibung von %1 nennt nichts, was hier eingegeben werden könnte. Richten Sie es im Dashboard von Clerk ein; alles andere wartet nicht darauf.</translation>
    </message>
    <message>
        <source>%1 is switched off in production. People see no button for it on your sign-in page there, and an account that was made with it in development does not exist in production anyway. Development keeps it.</source>
        <translation>%1 ist in der Produktion abgeschaltet. Auf Ihrer Anmeldeseite dort sieht niemand einen Knopf dafür, und ein Konto, das damit in der Entwicklung angelegt wurde, gibt es in der Produktion ohnehin nicht. Die Entwicklung behält es.</translation>
    </message>
    <message>
        <source>Choose Google’s JSON file…</source>
        <translation>Googles JSON-Datei wählen …</translation>
    </message>
    <message>
        <source>Choose Apple’s .p8 file…</source>
        <translation>Apples .p8-Datei wählen …</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>%1’s secrets expire, and then nobody can sign in with it. Enter the date that stands beside the secret, and put it into your calendar.</source>
        <translation>Geheimnisse von %1 laufen ab, und dann kann sich niemand mehr damit anmelden. Geben Sie das Datum ein, das neben dem Geheimnis steht, und übernehmen Sie es in Ihren Kalender.</translation>
    </message>
    <message>
        <source>This secret has expired. Make a new one at %1 and replace the credentials.</source>
        <translation>Dieses Geheimnis ist abgelaufen. Erstellen Sie bei %1 ein neues und ersetzen Sie die Zugangsdaten.</translation>
    </message>
    <message numerus="yes">
        <source>This secret works for %n more days. Make a new one at %1 in time.</source>
        <translation>
            <numerusform>Dieses Geheimnis gilt noch %n Tag. Erstellen Sie rechtzeitig ein neues bei %1.</numerusform>
            <numerusform>Dieses Geheimnis gilt noch %n Tage. Erstellen Sie rechtzeitig ein neues bei %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a new secret at %1 before that day, and replace the credentials here.</source>
        <translation>Erstellen Sie bei %1 vor diesem Tag ein neues Geheimnis und ersetzen Sie hier die Zugangsdaten.</translation>
    </message>
    <message>
        <source>Production has a connection of the same key. Whether its credentials are right shows only when somebody signs in with it.</source>
        <translation>Die Produktion hat eine Verbindung mit demselben Schlüssel. Ob ihre Zugangsdaten stimmen, zeigt sich erst, wenn sich jemand damit anmeldet.</translation>
    </message>
    <message>
        <source>Make it again in Clerk’s Dashboard for production, with the key %1 and a client of its own, and register the redirect URI there.</source>
        <translation>Legen Sie sie im Dashboard von Clerk für die Produktion neu an, mit dem Schlüssel %1 und einem eigenen Client, und tragen Sie dort die Redirect-URI ein.</translation>
    </message>
    <message>
        <source>it was switched on</source>
        <translation>es wurde eingeschaltet</translation>
    </message>
    <message>
        <source>it was switched off</source>
        <translation>es wurde abgeschaltet</translation>
    </message>
    <message>
        <source>%1 was changed</source>
        <translation>%1 wurde geändert</translation>
    </message>
    <message>
        <source>%1 is now %2</source>
        <translation>%1 ist jetzt %2</translation>
    </message>
    <message>
        <source>a setting that is not shown here</source>
        <translation>eine Einstellung, die hier nicht gezeigt wird</translation>
    </message>
    <message>
        <source>Somebody else changed %1 in Clerk meanwhile: %2. Nothing of yours was saved. Save again to replace it with what you entered.</source>
        <translation>Jemand anderes hat %1 inzwischen in Clerk geändert: %2. Von Ihnen wurde nichts gespeichert. Speichern Sie noch einmal, um es durch Ihre Eingaben zu ersetzen.</translation>
    </message>
    <message>
        <source>the pasted text</source>
        <translation>dem eingefügten Text</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>No credentials of the providers on this page were found in %1. They are recognised by their names, such as GOOGLE_CLIENT_ID.</source>
        <translation>In %1 wurden keine Zugangsdaten der Anbieter auf dieser Seite gefunden. Sie werden an ihren Namen erkannt, etwa GOOGLE_CLIENT_ID.</translation>
    </message>
    <message>
        <source>Filled in from %1: %2. Look at each and save it.</source>
        <extracomment>%1 is a file or the pasted text, %2 lists providers</extracomment>
        <translation>Aus %1 übernommen: %2. Sehen Sie jeden an und speichern Sie ihn.</translation>
    </message>
    <message>
        <source>%1’s client secret for %2 expires</source>
        <translation>Das Client-Geheimnis von %1 für %2 läuft ab</translation>
    </message>
    <message>
        <source>Make a new secret at %1 and enter it in Clerk before this day. Otherwise nobody can sign in to %2 with %1 any more.</source>
        <translation>Erstellen Sie bei %1 ein neues Geheimnis und geben Sie es vor diesem Tag in Clerk ein. Sonst kann sich niemand mehr bei %2 mit %1 anmelden.</translation>
    </message>
    <message>
        <source>“%1” was saved. Open it with your calendar: it reminds you two weeks ahead.</source>
        <translation>„%1“ wurde gespeichert. Öffnen Sie die Datei mit Ihrem Kalender: Er erinnert Sie zwei Wochen vorher.</translation>
    </message>
    <message>
        <source>%1 makes no secret that works longer than until %2. Look at the date beside the secret once more.</source>
        <translation>%1 stellt kein Geheimnis aus, das länger als bis %2 gilt. Sehen Sie noch einmal nach dem Datum neben dem Geheimnis.</translation>
    </message>
    <message>
        <source>Something in %1 cannot be right for %2: see there.</source>
        <extracomment>%1 is a file or the pasted text, %2 lists providers</extracomment>
        <translation>Etwas in %1 kann für %2 nicht stimmen: siehe dort.</translation>
    </message>
</context>
<context>
    <name>golive::ProvidersPage</name>
    <message>
        <source>Development borrows Clerk’s credentials. Production needs your own at each provider.</source>
        <translation>Die Entwicklung leiht sich die Zugangsdaten von Clerk. Die Produktion braucht bei jedem Anbieter Ihre eigenen.</translation>
    </message>
    <message>
        <source>Reading the providers from Clerk…</source>
        <translation>Die Anbieter werden bei Clerk gelesen …</translation>
    </message>
    <message>
        <source>Sign-in providers</source>
        <translation>Anmeldeanbieter</translation>
    </message>
    <message>
        <source>I have set up the sign-in providers in Clerk’s Dashboard</source>
        <translation>Ich habe die Anmeldeanbieter in Clerks Dashboard eingerichtet</translation>
    </message>
    <message>
        <source>Open Clerk’s Dashboard</source>
        <translation>Clerks Dashboard öffnen</translation>
    </message>
    <message>
        <source>Ask Clerk again</source>
        <translation>Clerk noch einmal fragen</translation>
    </message>
    <message>
        <source>Are they in an environment file already? Golive fills in what it recognises.</source>
        <translation>Stehen sie schon in einer Umgebungsdatei? Golive füllt aus, was es erkennt.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose an environment file for all providers</source>
        <translation>Umgebungsdatei für alle Anbieter wählen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste the credentials of all providers</source>
        <translation>Zugangsdaten aller Anbieter einfügen</translation>
    </message>
    <message>
        <source>Choose the environment file</source>
        <translation>Umgebungsdatei wählen</translation>
    </message>
    <message>
        <source>A sign-in provider such as Google lets people in only through an app that you registered there. Registering gives you a client ID and a client secret; Clerk needs both.

The redirect URI is the address to which the provider sends people back. It has to be entered at the provider exactly as shown here.

Leaving a provider out switches it off in production, so that nobody meets a button that does not work. You can take it up again at any time.</source>
        <translation>Ein Anbieter wie Google lässt nur über eine App ein, die Sie dort registriert haben. Durch die Registrierung bekommen Sie eine Client-ID und ein Client-Geheimnis; Clerk braucht beides.

Die Redirect-URI ist die Adresse, an die der Anbieter die Leute zurückschickt. Sie muss beim Anbieter genau so eingetragen werden, wie sie hier steht.

Wenn Sie einen Anbieter weglassen, wird er in der Produktion abgeschaltet, damit niemand auf einen Knopf trifft, der nicht funktioniert. Sie können ihn jederzeit wieder aufnehmen.</translation>
    </message>
    <message>
        <source>What was entered for sign-in providers</source>
        <translation>Was für Anmeldeanbieter eingegeben wurde</translation>
    </message>
</context>
<context>
    <name>golive::ProvidersViewModel</name>
    <message>
        <source>Clerk does not accept this value. Check it and save again.</source>
        <translation>Clerk nimmt diesen Wert nicht an. Prüfen Sie ihn und speichern Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>golive::RefusalWords</name>
    <message>
        <source>this domain</source>
        <translation>diese Domain</translation>
    </message>
    <message>
        <source>Clerk keeps %1 for itself. Type a domain that you own.</source>
        <translation>Clerk behält sich %1 vor. Geben Sie eine Domain ein, die Ihnen gehört.</translation>
    </message>
    <message>
        <source>Clerk keeps the first part of %1 for itself, as it does “clerk” and “accounts”. Choose another subdomain, or %2.</source>
        <translation>Clerk behält sich den ersten Teil von %1 vor, wie auch „clerk“ und „accounts“. Wählen Sie eine andere Subdomain oder %2.</translation>
    </message>
    <message>
        <source>Clerk takes %1 for a hosting provider’s name, which cannot be set up from here. Connect a domain of your own at the provider, then type that one.</source>
        <translation>Clerk hält %1 für den Namen eines Hosting-Anbieters, der sich von hier aus nicht einrichten lässt. Verbinden Sie beim Anbieter eine eigene Domain und geben Sie dann diese ein.</translation>
    </message>
    <message>
        <source>Clerk takes %1 for a hosting provider’s name, which works only through a proxy on the website. Type a domain that you own.</source>
        <translation>Clerk hält %1 für den Namen eines Hosting-Anbieters, der nur über einen Proxy auf der Website funktioniert. Geben Sie eine Domain ein, die Ihnen gehört.</translation>
    </message>
    <message>
        <source>Clerk tried to reach itself through the proxy on %1 and could not. Let the website hand its proxy path on to Clerk first, or type a domain whose DNS records you can change.</source>
        <translation>Clerk hat vergeblich versucht, sich über den Proxy auf %1 selbst zu erreichen. Lassen Sie die Website zuerst ihren Proxy-Pfad an Clerk weiterreichen, oder geben Sie eine Domain ein, deren DNS-Einträge Sie ändern können.</translation>
    </message>
    <message>
        <source>Something that this application uses needs a domain of your own, and Clerk does not take %1 for one. Type a domain that you own.</source>
        <translation>Etwas, das diese Anwendung verwendet, braucht eine eigene Domain, und dafür hält Clerk %1 nicht. Geben Sie eine Domain ein, die Ihnen gehört.</translation>
    </message>
    <message>
        <source>%1 belongs to a hosting provider, as far as Clerk knows, and cannot be used in production. Connect a domain of your own there, then type that one.</source>
        <translation>%1 gehört, soweit Clerk weiß, einem Hosting-Anbieter und kann in Produktion nicht verwendet werden. Verbinden Sie dort eine eigene Domain und geben Sie dann diese ein.</translation>
    </message>
    <message>
        <source>Clerk has %1 already. Choose a different domain, or remove it where it is used first.</source>
        <translation>Clerk hat %1 bereits. Wählen Sie eine andere Domain, oder entfernen Sie sie zuerst dort, wo sie verwendet wird.</translation>
    </message>
    <message>
        <source>This application has a domain already. Go to the next step: Golive looks at what Clerk has before it creates anything.</source>
        <translation>Diese Anwendung hat bereits eine Domain. Gehen Sie zum nächsten Schritt: Golive sieht nach, was Clerk hat, bevor es etwas anlegt.</translation>
    </message>
    <message>
        <source>Clerk did not get a domain. Type it once more, then go on.</source>
        <translation>Clerk hat keine Domain erhalten. Geben Sie sie noch einmal ein und gehen Sie dann weiter.</translation>
    </message>
    <message>
        <source>Clerk does not know what Golive sent. A newer version of Golive may help; the details are for support.</source>
        <translation>Clerk kennt nicht, was Golive geschickt hat. Eine neuere Version von Golive hilft vielleicht; die Einzelheiten sind für den Support.</translation>
    </message>
    <message>
        <source>Clerk expects another domain for this application than %1. Look in Clerk’s Dashboard which one, or choose another application.</source>
        <translation>Clerk erwartet für diese Anwendung eine andere Domain als %1. Sehen Sie in Clerks Dashboard nach, welche, oder wählen Sie eine andere Anwendung.</translation>
    </message>
    <message>
        <source>Clerk does not let the domain of this application change that way. Look in Clerk’s Dashboard, under Domains, what is there.</source>
        <translation>Clerk lässt die Domain dieser Anwendung so nicht ändern. Sehen Sie in Clerks Dashboard unter Domains nach, was dort steht.</translation>
    </message>
    <message>
        <source>Clerk does not take %1 for a domain it can use. Check its spelling, or choose another one.</source>
        <translation>Clerk hält %1 nicht für eine Domain, die es verwenden kann. Prüfen Sie die Schreibweise, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Another Clerk application already uses %1, and Clerk does not share a domain between two. Choose a different domain, or remove it from that application first: in Clerk’s Dashboard, or at the hosting provider that made that application for you. The other application may be in another workspace.</source>
        <translation>Eine andere Clerk-Anwendung verwendet %1 schon, und Clerk teilt eine Domain nicht zwischen zweien. Wählen Sie eine andere Domain, oder entfernen Sie sie zuerst aus jener Anwendung: in Clerks Dashboard oder bei dem Hosting-Anbieter, der die Anwendung für Sie angelegt hat. Die andere Anwendung kann in einem anderen Workspace liegen.</translation>
    </message>
</context>
<context>
    <name>golive::Removal</name>
    <message>
        <source>Removed are: the keys in this computer’s password store, what Golive remembers of your deployments, and these preferences. Nothing is changed in Clerk or in your DNS. Then Golive closes.</source>
        <translation>Entfernt werden: die Schlüssel im Passwortspeicher dieses Computers, was Golive von Ihren Bereitstellungen weiß, und diese Einstellungen. In Clerk und in Ihrem DNS ändert sich nichts. Danach schließt sich Golive.</translation>
    </message>
    <message>
        <source>Remove everything Golive stored on this computer?</source>
        <translation>Alles entfernen, was Golive auf diesem Computer gespeichert hat?</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>&amp;Remove everything</source>
        <translation>Alles &amp;entfernen</translation>
    </message>
    <message>
        <source>Golive looked again: the password store has no entry of Golive any more, and these are not there any more:
%1</source>
        <translation>Golive hat noch einmal nachgesehen: Der Passwortspeicher hat keinen Eintrag von Golive mehr, und dies gibt es nicht mehr:
%1</translation>
    </message>
    <message>
        <source>The password store could not be searched, so nothing is known of the keys in it. %1</source>
        <translation>Der Passwortspeicher konnte nicht durchsucht werden; über die Schlüssel darin ist also nichts bekannt. %1</translation>
    </message>
    <message>
        <source>These are still there:
%1</source>
        <translation>Dies ist noch da:
%1</translation>
    </message>
    <message>
        <source>Everything is removed</source>
        <translation>Alles ist entfernt</translation>
    </message>
    <message>
        <source>Not everything could be removed</source>
        <translation>Nicht alles konnte entfernt werden</translation>
    </message>
    <message>
        <source>&amp;Close Golive</source>
        <translation>Golive &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Nicht jetzt</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>The password store is locked, so nothing is known of the keys in it. When it is unlocked, Golive goes on with the removal.</source>
        <translation>Der Passwortspeicher ist gesperrt, deshalb ist nichts über die Schlüssel darin bekannt. Sobald er entsperrt ist, setzt Golive das Entfernen fort.</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>&amp;Entsperren …</translation>
    </message>
    <message>
        <source>The files are removed</source>
        <translation>Die Dateien sind entfernt</translation>
    </message>
    <message>
        <source>These are not there any more:
%1

The password store was not searched. It may still have these entries of Golive, which you can remove in your system’s own program for passwords:
%2</source>
        <translation>Das gibt es nicht mehr:
%1

Der Passwortspeicher wurde nicht durchsucht. Er enthält vielleicht noch diese Einträge von Golive; entfernen können Sie sie im Passwortprogramm Ihres Systems:
%2</translation>
    </message>
    <message>
        <source>&amp;Remove the files all the same</source>
        <translation>&amp;Dateien trotzdem entfernen</translation>
    </message>
</context>
<context>
    <name>golive::ReportDialog</name>
    <message>
        <source>&amp;Cover ids, domains and addresses</source>
        <translation>IDs, Domains und Adressen &amp;verdecken</translation>
    </message>
    <message>
        <source>Report for support</source>
        <translation>Bericht für den Support</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>the report</source>
        <translation>den Bericht</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>What somebody needs who helps you from afar: versions, where your deployment stands, what servers answered. No key and no password is in it. Read it, then send it yourself; Golive sends it nowhere.</source>
        <translation>Was jemand braucht, der Ihnen aus der Ferne hilft: Versionen, wie weit Ihr Deployment ist, was Server geantwortet haben. Kein Schlüssel und kein Passwort steht darin. Lesen Sie ihn und verschicken Sie ihn selbst; Golive schickt ihn nirgendwohin.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht steht in %1.</translation>
    </message>
    <message>
        <source>The report could not be written to %1. Choose another folder.</source>
        <translation>Der Bericht konnte nicht nach %1 geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>golive::Reset</name>
    <message>
        <source>Nothing was removed. Add --yes to remove without being asked.</source>
        <translation>Nichts wurde entfernt. Mit --yes wird ohne Rückfrage entfernt.</translation>
    </message>
    <message>
        <source>This removes your preferences and the notes about your deployments:%1
Nothing changes in Clerk. Type yes and press Enter to go on.</source>
        <translation>Dies entfernt Ihre Einstellungen und die Notizen zu Ihren Deployments:%1
Bei Clerk ändert sich nichts. Geben Sie yes ein und drücken Sie die Eingabetaste, um fortzufahren.</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>Nichts wurde entfernt.</translation>
    </message>
    <message>
        <source>The password store was not touched. If a key is kept in it, it is filed under “Golive”.</source>
        <translation>Der Passwortspeicher wurde nicht angetastet. Falls ein Schlüssel darin liegt, ist er unter „Golive“ abgelegt.</translation>
    </message>
    <message>
        <source>The password store was not touched. These may still be in it, filed under “Golive”; remove them with its own program:%1</source>
        <translation>Der Passwortspeicher wurde nicht angetastet. Diese Einträge können noch darin liegen, abgelegt unter „Golive“; entfernen Sie sie mit dessen eigenem Programm:%1</translation>
    </message>
    <message>
        <source>Golive is open. Close it first; nothing was removed.</source>
        <translation>Golive ist geöffnet. Schließen Sie es zuerst; nichts wurde entfernt.</translation>
    </message>
    <message>
        <source>This could not be removed:%1</source>
        <translation>Dies ließ sich nicht entfernen:%1</translation>
    </message>
    <message>
        <source>There was nothing to remove.</source>
        <translation>Es gab nichts zu entfernen.</translation>
    </message>
    <message>
        <source>Removed:%1</source>
        <translation>Entfernt:%1</translation>
    </message>
</context>
<context>
    <name>golive::ScreenSharing</name>
    <message>
        <source>&amp;Keep it hidden</source>
        <translation>&amp;Verdeckt lassen</translation>
    </message>
    <message>
        <source>Covered while you share your screen. You can type and paste all the same.</source>
        <translation>Verdeckt, solange Sie Ihren Bildschirm teilen. Tippen und einfügen können Sie trotzdem.</translation>
    </message>
</context>
<context>
    <name>golive::SecretField</name>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Anzeigen: %1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message numerus="yes">
        <source>Show for %n second(s)</source>
        <translation>
            <numerusform>%n Sekunde lang anzeigen</numerusform>
            <numerusform>%n Sekunden lang anzeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Empty</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Show this while others see your screen?</source>
        <translation>Dies zeigen, während andere Ihren Bildschirm sehen?</translation>
    </message>
    <message numerus="yes">
        <source>Whoever watches, or watches a recording later, can read and copy it. It hides itself after %n second(s).</source>
        <translation>
            <numerusform>Wer zusieht oder später eine Aufnahme ansieht, kann es lesen und abschreiben. Nach einer Sekunde verdeckt es sich.</numerusform>
            <numerusform>Wer zusieht oder später eine Aufnahme ansieht, kann es lesen und abschreiben. Nach %n Sekunden verdeckt es sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Show it all the same</source>
        <translation>&amp;Trotzdem zeigen</translation>
    </message>
</context>
<context>
    <name>golive::SettingListModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>read out by a screen reader: the caption of a column, and the value in it</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>golive::SettingRowWords</name>
    <message>
        <source>Passwords and passkeys</source>
        <translation>Passwörter und Passkeys</translation>
    </message>
    <message>
        <source>Second factors</source>
        <translation>Zweite Faktoren</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Branding</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Legal consent</source>
        <translation>Rechtliche Zustimmung</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Social connections</source>
        <translation>Soziale Verbindungen</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>Andere Einstellungen</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Email, phone and names</source>
        <translation>E-Mail, Telefon und Namen</translation>
    </message>
    <message>
        <source>Attack protection and access</source>
        <translation>Schutz vor Angriffen und Zugang</translation>
    </message>
    <message>
        <source>Custom providers</source>
        <translation>Eigene Anbieter</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>only in development</source>
        <translation>nur in der Entwicklung</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>only in production</source>
        <translation>nur in der Produktion</translation>
    </message>
    <message>
        <source>Development has no such value. Golive takes nothing away from production; if it should not be there, change it in Clerk’s Dashboard.</source>
        <translation>Die Entwicklung hat keinen solchen Wert. Golive nimmt der Produktion nichts weg; wenn er dort nicht stehen soll, ändern Sie ihn in Clerks Dashboard.</translation>
    </message>
    <message>
        <source>Clerk takes this only once the connection has credentials of its own in production. Enter them in the step “Sign-in providers”, or in Clerk’s Dashboard, then compare again.</source>
        <translation>Clerk nimmt dies erst an, wenn die Verbindung in der Produktion eigene Zugangsdaten hat. Geben Sie sie im Schritt „Anmeldeanbieter“ oder in Clerks Dashboard ein, und vergleichen Sie dann erneut.</translation>
    </message>
    <message>
        <source>It is a group of settings on one side and a single value on the other, so it cannot be carried over. Change it in Clerk’s Dashboard.</source>
        <translation>Auf der einen Seite ist es eine Gruppe von Einstellungen, auf der anderen ein einzelner Wert; es lässt sich nicht übernehmen. Ändern Sie es in Clerks Dashboard.</translation>
    </message>
    <message>
        <source>Production has one of this name with other contents. Golive does not overwrite it; change it in Clerk’s Dashboard.</source>
        <translation>Die Produktion hat eine dieses Namens mit anderem Inhalt. Golive überschreibt sie nicht; ändern Sie sie in Clerks Dashboard.</translation>
    </message>
    <message>
        <source>It is signed with a key of its own, which cannot be read. Make it anew in Clerk’s Dashboard.</source>
        <translation>Sie wird mit einem eigenen Schlüssel signiert, der sich nicht lesen lässt. Legen Sie sie in Clerks Dashboard neu an.</translation>
    </message>
</context>
<context>
    <name>golive::SettingsInventory</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>With a copy</source>
        <translation>Bei einer Kopie</translation>
    </message>
    <message>
        <source>comes along</source>
        <translation>kommt mit</translation>
    </message>
    <message>
        <source>stays behind</source>
        <translation>bleibt zurück</translation>
    </message>
    <message>
        <source>not certain</source>
        <translation>nicht sicher</translation>
    </message>
</context>
<context>
    <name>golive::SettingsPage</name>
    <message>
        <source>Choose the settings of production</source>
        <translation>Einstellungen der Produktion wählen</translation>
    </message>
    <message>
        <source>How people sign in, what they are asked for, and how accounts are protected.</source>
        <translation>Wie man sich anmeldet, wonach gefragt wird und wie Konten geschützt sind.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Development and production are two separate instances. They share no users, no keys and no settings.

When the production instance is created, Clerk can copy the settings of development once. Later changes are made in each of them: try a change in development first, then make it in production.

For security, Clerk leaves some things behind when it copies. The list on this page says which, and what becomes of them.</source>
        <translation>Entwicklung und Produktion sind zwei getrennte Instanzen. Sie teilen weder Nutzer noch Schlüssel noch Einstellungen.

Wenn die Produktionsinstanz angelegt wird, kann Clerk die Einstellungen der Entwicklung einmal kopieren. Spätere Änderungen macht man in jeder für sich: Probieren Sie eine Änderung zuerst in der Entwicklung aus und machen Sie sie dann in der Produktion.

Aus Sicherheitsgründen lässt Clerk beim Kopieren einiges zurück. Die Liste auf dieser Seite sagt, was das ist und was daraus wird.</translation>
    </message>
    <message>
        <source>The production instance exists. What it was created from can no longer be changed here.</source>
        <translation>Die Produktionsinstanz besteht. Woraus sie angelegt wurde, lässt sich hier nicht mehr ändern.</translation>
    </message>
    <message>
        <source>Settings of production</source>
        <translation>Einstellungen der Produktion</translation>
    </message>
    <message>
        <source>Copy the settings of development</source>
        <translation>Einstellungen der Entwicklung kopieren</translation>
    </message>
    <message>
        <source>People find in production what you tried in development. You can change everything later.</source>
        <translation>In der Produktion ist alles so, wie Sie es in der Entwicklung ausprobiert haben. Sie können später alles ändern.</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Start with Clerk’s defaults</source>
        <translation>Mit Clerks Vorgaben beginnen</translation>
    </message>
    <message>
        <source>Nothing comes along from development. You set production up by hand in Clerk’s Dashboard.</source>
        <translation>Aus der Entwicklung kommt nichts mit. Sie richten die Produktion in Clerks Dashboard von Hand ein.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Er&amp;neut versuchen</translation>
    </message>
    <message>
        <source>Try again to read the settings of development</source>
        <translation>Noch einmal versuchen, die Einstellungen der Entwicklung zu lesen</translation>
    </message>
    <message>
        <source>What will be copied</source>
        <translation>Was kopiert wird</translation>
    </message>
    <message>
        <source>What will not be copied</source>
        <translation>Was nicht kopiert wird</translation>
    </message>
    <message>
        <source>Reading the settings of development…</source>
        <translation>Die Einstellungen der Entwicklung werden gelesen …</translation>
    </message>
    <message>
        <source>The rule that saves trouble: change a setting in development first, try it there, then bring it to production. After the copy, the step “Compare settings” does that.</source>
        <translation>Die Regel, die Ärger erspart: Ändern Sie eine Einstellung zuerst in der Entwicklung, probieren Sie sie dort aus, und bringen Sie sie dann in die Produktion. Nach der Kopie tut das der Schritt „Abgleich“.</translation>
    </message>
    <message>
        <source>Before real people come</source>
        <translation>Bevor echte Menschen kommen</translation>
    </message>
    <message>
        <source>Handy while developing, harmful in production. This is advice: you can go on without it.</source>
        <translation>Praktisch beim Entwickeln, schädlich in der Produktion. Das ist ein Rat: Sie können auch so weitermachen.</translation>
    </message>
    <message>
        <source>&amp;Open development in Clerk’s Dashboard</source>
        <translation>En&amp;twicklung in Clerks Dashboard öffnen</translation>
    </message>
    <message>
        <source>Search name, explanation or value</source>
        <translation>Name, Erklärung oder Wert suchen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Die Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>For the record: every setting of development, without any secret</source>
        <translation>Zum Nachschlagen: alle Einstellungen der Entwicklung, ohne jedes Geheimnis</translation>
    </message>
    <message>
        <source>Settings of development</source>
        <translation>Einstellungen der Entwicklung</translation>
    </message>
    <message>
        <source>Save the settings of development</source>
        <translation>Die Einstellungen der Entwicklung speichern</translation>
    </message>
    <message>
        <source>All settings of development (%1)</source>
        <translation>Alle Einstellungen der Entwicklung (%1)</translation>
    </message>
    <message>
        <source>Open in the Dashboard</source>
        <translation>Im Dashboard öffnen</translation>
    </message>
    <message>
        <source>Open in the Dashboard: %1</source>
        <translation>Im Dashboard öffnen: %1</translation>
    </message>
    <message>
        <source>Sa&amp;ve as a file…</source>
        <translation>Als Datei &amp;speichern …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try again to read the description of the settings</source>
        <translation>Erneut versuchen, die Beschreibung der Einstellungen zu lesen</translation>
    </message>
</context>
<context>
    <name>golive::SettingsViewModel</name>
    <message>
        <source>The settings of development could not be read. You can choose all the same.</source>
        <translation>Die Einstellungen der Entwicklung konnten nicht gelesen werden. Sie können trotzdem wählen.</translation>
    </message>
    <message>
        <source>This application has no development instance, so there is nothing to copy. Production starts with Clerk’s defaults.</source>
        <translation>Diese Anwendung hat keine Entwicklungsinstanz, deshalb gibt es nichts zu kopieren. Die Produktion beginnt mit Clerks Vorgaben.</translation>
    </message>
    <message>
        <source>No setting has “%1” in its name, explanation or value.</source>
        <translation>Keine Einstellung hat „%1“ in Namen, Erklärung oder Wert.</translation>
    </message>
    <message>
        <source>development-settings-%1.json</source>
        <translation>entwicklung-einstellungen-%1.json</translation>
    </message>
    <message>
        <source>The settings of development were saved to %1. No secret is in it.</source>
        <translation>Die Einstellungen der Entwicklung wurden in %1 gespeichert. Es ist kein Geheimnis darin.</translation>
    </message>
    <message>
        <source>Clerk’s description of these settings could not be read. So they are shown without explanation, and they cannot be saved as a file: the description also says which of them are secret.</source>
        <translation>Clerks Beschreibung dieser Einstellungen konnte nicht gelesen werden. Deshalb werden sie ohne Erklärung gezeigt und können nicht als Datei gespeichert werden: Die Beschreibung sagt auch, welche davon geheim sind.</translation>
    </message>
</context>
<context>
    <name>golive::SettingsWords</name>
    <message numerus="yes">
        <source>Settings: %n</source>
        <translation>
            <numerusform>Einstellungen: %n</numerusform>
            <numerusform>Einstellungen: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Email, phone and user name</source>
        <translation>E-Mail, Telefon und Benutzername</translation>
    </message>
    <message>
        <source>Passwords and passkeys</source>
        <translation>Passwörter und Passkeys</translation>
    </message>
    <message>
        <source>Second factors</source>
        <translation>Zweite Faktoren</translation>
    </message>
    <message>
        <source>Social connections</source>
        <translation>Soziale Verbindungen</translation>
    </message>
    <message>
        <source>Protection against attacks</source>
        <translation>Schutz vor Angriffen</translation>
    </message>
    <message>
        <source>Who may sign up</source>
        <translation>Wer sich registrieren darf</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Names of people</source>
        <translation>Namen der Nutzer</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Branding</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Legal consent</source>
        <translation>Zustimmung zu Bedingungen</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>Sign in with email code</source>
        <translation>Anmeldung mit einem Code per E-Mail</translation>
    </message>
    <message>
        <source>Sign in with email link</source>
        <translation>Anmeldung mit einem Link per E-Mail</translation>
    </message>
    <message>
        <source>Sign in with an email address</source>
        <translation>Anmeldung mit einer E-Mail-Adresse</translation>
    </message>
    <message>
        <source>An email address is required to sign up</source>
        <translation>Für die Registrierung ist eine E-Mail-Adresse nötig</translation>
    </message>
    <message>
        <source>An email address can be given on sign-up</source>
        <translation>Bei der Registrierung kann eine E-Mail-Adresse angegeben werden</translation>
    </message>
    <message>
        <source>Email addresses are verified on sign-up</source>
        <translation>E-Mail-Adressen werden bei der Registrierung bestätigt</translation>
    </message>
    <message>
        <source>Sign in with a user name of %1 to %2 characters</source>
        <translation>Anmeldung mit einem Benutzernamen von %1 bis %2 Zeichen</translation>
    </message>
    <message>
        <source>Sign in with a web3 wallet</source>
        <translation>Anmeldung mit einer Web3-Wallet</translation>
    </message>
    <message>
        <source>Sign in with a code by text message</source>
        <translation>Anmeldung mit einem Code per Textnachricht</translation>
    </message>
    <message>
        <source>A phone number is required to sign up</source>
        <translation>Für die Registrierung ist eine Telefonnummer nötig</translation>
    </message>
    <message>
        <source>A phone number can be given on sign-up</source>
        <translation>Bei der Registrierung kann eine Telefonnummer angegeben werden</translation>
    </message>
    <message>
        <source>A code by text message as second factor</source>
        <translation>Ein Code per Textnachricht als zweiter Faktor</translation>
    </message>
    <message numerus="yes">
        <source>Passwords of at least %n characters</source>
        <translation>
            <numerusform>Passwörter mit mindestens %n Zeichen</numerusform>
            <numerusform>Passwörter mit mindestens %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <source>A password is optional</source>
        <translation>Ein Passwort ist optional</translation>
    </message>
    <message>
        <source>Passwords known from data leaks are refused</source>
        <translation>Aus Datenlecks bekannte Passwörter werden abgelehnt</translation>
    </message>
    <message>
        <source>No passwords</source>
        <translation>Keine Passwörter</translation>
    </message>
    <message>
        <source>Sign in with a passkey</source>
        <translation>Anmeldung mit einem Passkey</translation>
    </message>
    <message>
        <source>Authenticator app</source>
        <translation>Authenticator-App</translation>
    </message>
    <message>
        <source>Backup codes</source>
        <translation>Ersatzcodes</translation>
    </message>
    <message>
        <source>A second factor is required to sign in</source>
        <translation>Für die Anmeldung ist ein zweiter Faktor nötig</translation>
    </message>
    <message>
        <source>A second factor is set up on sign-up</source>
        <translation>Ein zweiter Faktor wird bei der Registrierung eingerichtet</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Sign-up is protected against bots</source>
        <translation>Die Registrierung ist vor Bots geschützt</translation>
    </message>
    <message>
        <source>No protection against bots</source>
        <translation>Kein Schutz vor Bots</translation>
    </message>
    <message numerus="yes">
        <source>Accounts are locked after %n failed attempts</source>
        <translation>
            <numerusform>Konten werden nach %n Fehlversuch gesperrt</numerusform>
            <numerusform>Konten werden nach %n Fehlversuchen gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts are locked after failed attempts</source>
        <translation>Konten werden nach Fehlversuchen gesperrt</translation>
    </message>
    <message>
        <source>Email links open only in the browser that asked for them</source>
        <translation>Links in E-Mails lassen sich nur in dem Browser öffnen, der sie angefordert hat</translation>
    </message>
    <message>
        <source>Nobody can find out which addresses have an account</source>
        <translation>Niemand kann herausfinden, welche Adressen ein Konto haben</translation>
    </message>
    <message>
        <source>Throw-away email addresses are refused</source>
        <translation>Wegwerf-E-Mail-Adressen werden abgelehnt</translation>
    </message>
    <message>
        <source>Email addresses with a + sign are refused</source>
        <translation>E-Mail-Adressen mit einem Pluszeichen werden abgelehnt</translation>
    </message>
    <message>
        <source>Lists of allowed and blocked people count on sign-in, too</source>
        <translation>Listen erlaubter und gesperrter Nutzer gelten auch bei der Anmeldung</translation>
    </message>
    <message>
        <source>No restrictions</source>
        <translation>Keine Einschränkungen</translation>
    </message>
    <message>
        <source>People stay signed in for %1 at most</source>
        <translation>Man bleibt höchstens %1 angemeldet</translation>
    </message>
    <message>
        <source>Session tokens live for %1</source>
        <translation>Sitzungs-Tokens gelten %1</translation>
    </message>
    <message>
        <source>Several accounts at the same time in one browser</source>
        <translation>Mehrere Konten gleichzeitig in einem Browser</translation>
    </message>
    <message>
        <source>First name, required</source>
        <translation>Vorname, erforderlich</translation>
    </message>
    <message>
        <source>First name, optional</source>
        <translation>Vorname, optional</translation>
    </message>
    <message>
        <source>Last name, required</source>
        <translation>Nachname, erforderlich</translation>
    </message>
    <message>
        <source>Last name, optional</source>
        <translation>Nachname, optional</translation>
    </message>
    <message>
        <source>Names are not asked for</source>
        <translation>Nach Namen wird nicht gefragt</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message numerus="yes">
        <source>At most %n members each</source>
        <translation>
            <numerusform>Je höchstens %n Mitglied</numerusform>
            <numerusform>Je höchstens %n Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>Members can join by their email domain</source>
        <translation>Mitglieder können über die Domain ihrer E-Mail-Adresse beitreten</translation>
    </message>
    <message>
        <source>Everybody has to belong to an organization</source>
        <translation>Alle müssen zu einer Organisation gehören</translation>
    </message>
    <message>
        <source>For people</source>
        <translation>Für Personen</translation>
    </message>
    <message>
        <source>For organizations</source>
        <translation>Für Organisationen</translation>
    </message>
    <message>
        <source>People agree to your terms on sign-up</source>
        <translation>Nutzer stimmen bei der Registrierung Ihren Bedingungen zu</translation>
    </message>
    <message>
        <source>People are not asked to agree to anything</source>
        <translation>Nutzer müssen nichts zustimmen</translation>
    </message>
    <message>
        <source>one day</source>
        <translation>einen Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>one hour</source>
        <translation>eine Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>one second</source>
        <translation>eine Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>golive::SidePanel</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close: %1</source>
        <translation>Schließen: %1</translation>
    </message>
</context>
<context>
    <name>golive::SignInProofCard</name>
    <message>
        <source>Does sign-in work?</source>
        <translation>Funktioniert die Anmeldung?</translation>
    </message>
    <message>
        <source>Open the live sign-in page</source>
        <translation>Anmeldeseite der Produktion öffnen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>I signed in with it</source>
        <translation>Ich habe mich damit angemeldet</translation>
    </message>
    <message>
        <source>I signed in with %1</source>
        <translation>Ich habe mich mit %1 angemeldet</translation>
    </message>
</context>
<context>
    <name>golive::SignInProofWords</name>
    <message>
        <source>The live sign-in page offers it.</source>
        <translation>Die Anmeldeseite bietet es an.</translation>
    </message>
    <message>
        <source>Saved in Clerk, but the live sign-in page does not offer it. This can take a minute; look again. If it stays so, save its credentials once more.</source>
        <translation>In Clerk gespeichert, aber die Anmeldeseite bietet es nicht an. Das kann eine Minute dauern; sehen Sie noch einmal nach. Bleibt es so, speichern Sie die Zugangsdaten erneut.</translation>
    </message>
    <message>
        <source>People can connect it to their account, but not sign in with it. Clerk’s Dashboard has the switch “Enable for sign-up and sign-in”.</source>
        <translation>Es lässt sich mit einem Konto verbinden, aber niemand kann sich damit anmelden. Im Dashboard von Clerk gibt es dafür den Schalter „Enable for sign-up and sign-in“.</translation>
    </message>
    <message>
        <source>The live sign-in page offers it, though it has no credentials here: its button leads to an error. Save its credentials, or leave it out in the step “Sign-in providers”.</source>
        <translation>Die Anmeldeseite bietet es an, obwohl hier keine Zugangsdaten vorliegen: Der Knopf führt zu einem Fehler. Speichern Sie die Zugangsdaten, oder lassen Sie es im Schritt „Anmeldeanbieter“ weg.</translation>
    </message>
    <message>
        <source>Left out, and the live sign-in page does not offer it.</source>
        <translation>Weggelassen, und die Anmeldeseite bietet es nicht an.</translation>
    </message>
    <message>
        <source>The live sign-in page offers it, though development does not use it. Switch it off in Clerk’s Dashboard unless it is meant.</source>
        <translation>Die Anmeldeseite bietet es an, obwohl die Entwicklung es nicht nutzt. Schalten Sie es im Dashboard von Clerk ab, falls es nicht gewollt ist.</translation>
    </message>
    <message>
        <source>The live sign-in page is not as it was configured.</source>
        <translation>Die Anmeldeseite ist nicht so, wie sie eingerichtet wurde.</translation>
    </message>
    <message>
        <source>The live sign-in page offers what was configured, and you signed in with every provider.</source>
        <translation>Die Anmeldeseite bietet an, was eingerichtet wurde, und Sie haben sich mit jedem Anbieter angemeldet.</translation>
    </message>
    <message>
        <source>The live sign-in page offers what was configured. Whether the credentials are right shows only when you sign in: try each provider once.</source>
        <translation>Die Anmeldeseite bietet an, was eingerichtet wurde. Ob die Zugangsdaten stimmen, zeigt sich erst beim Anmelden: Probieren Sie jeden Anbieter einmal aus.</translation>
    </message>
    <message>
        <source>%1 does not answer this computer yet. A new name can take a while to reach every network: look again later, or from another network.</source>
        <translation>%1 antwortet diesem Computer noch nicht. Bis ein neuer Name in jedem Netz bekannt ist, kann es dauern: Sehen Sie später noch einmal nach, oder aus einem anderen Netz.</translation>
    </message>
    <message>
        <source>Development uses it, but the live sign-in page does not offer it. Only Clerk’s Dashboard can set it up: do so there, in the production instance.</source>
        <translation>Die Entwicklung benutzt es, aber die Anmeldeseite bietet es nicht an. Nur in Clerks Dashboard lässt es sich einrichten: Tun Sie das dort, in der Produktionsinstanz.</translation>
    </message>
    <message>
        <source>Development uses it, but production has no credentials for it yet: the live sign-in page does not offer it. Save its credentials, or leave it out in the step “Sign-in providers”.</source>
        <translation>Die Entwicklung benutzt es, aber die Produktion hat noch keine Zugangsdaten dafür: Die Anmeldeseite bietet es nicht an. Speichern Sie die Zugangsdaten, oder lassen Sie es im Schritt „Anmeldeanbieter“ weg.</translation>
    </message>
    <message>
        <source>The live sign-in page offers less than development does.</source>
        <translation>Die Anmeldeseite bietet weniger an als die Entwicklung.</translation>
    </message>
    <message>
        <source>The live sign-in page offers none of these providers, as you decided.</source>
        <translation>Die Anmeldeseite bietet keinen dieser Anbieter an, wie Sie es entschieden haben.</translation>
    </message>
</context>
<context>
    <name>golive::SnippetWords</name>
    <message>
        <source>the pasted text</source>
        <translation>dem eingefügten Text</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Taken from %1: %2.</source>
        <extracomment>%1 is a file or the pasted text, %2 lists fields</extracomment>
        <translation>Aus %1 übernommen: %2.</translation>
    </message>
    <message>
        <source>Nothing for %1 was found in %2. Choose another file, or enter the values one by one.</source>
        <extracomment>%1 is a provider, %2 is a file or the pasted text</extracomment>
        <translation>Für %1 wurde in %2 nichts gefunden. Wählen Sie eine andere Datei, oder geben Sie die Werte einzeln ein.</translation>
    </message>
    <message>
        <source>There are several values for %1. Enter the one that is meant.</source>
        <translation>Für %1 gibt es mehrere Werte. Geben Sie den gemeinten ein.</translation>
    </message>
    <message>
        <source>Passed over, because it is marked as development’s: %1.</source>
        <translation>Übergangen, weil es als Wert der Entwicklung gekennzeichnet ist: %1.</translation>
    </message>
    <message>
        <source>Passed over, because no value is filled in: %1.</source>
        <translation>Übergangen, weil kein Wert eingesetzt ist: %1.</translation>
    </message>
    <message>
        <source>There are credentials of %1 in it, too. Import it there as well.</source>
        <translation>Es stehen auch Zugangsdaten von %1 darin. Importieren Sie es auch dort.</translation>
    </message>
</context>
<context>
    <name>golive::StagingBlock</name>
    <message>
        <source>Na&amp;me of the new application</source>
        <translation>&amp;Name der neuen Anwendung</translation>
    </message>
    <message>
        <source>Domain of s&amp;taging</source>
        <translation>Domain der Test&amp;umgebung</translation>
    </message>
    <message>
        <source>Ma&amp;ke the application and continue with it</source>
        <translation>Anwendung an&amp;legen und mit ihr weitermachen</translation>
    </message>
    <message>
        <source>Do you want staging, too?</source>
        <translation>Möchten Sie auch eine Testumgebung (Staging)?</translation>
    </message>
    <message>
        <source>Clerk has a development and a production instance and nothing in between. Staging is a second application: with users, keys and settings of its own, and a production instance on a domain of its own. Golive makes the application and leads you through the same steps for it. The present application stays as it is, and you can come back to it at any time.</source>
        <translation>Clerk hat eine Entwicklungs- und eine Produktionsinstanz und nichts dazwischen. Eine Testumgebung ist eine zweite Anwendung: mit eigenen Benutzern, Schlüsseln und Einstellungen und einer Produktionsinstanz auf einer eigenen Domain. Golive legt die Anwendung an und führt Sie für sie durch dieselben Schritte. Die jetzige Anwendung bleibt, wie sie ist, und Sie können jederzeit zu ihr zurückkehren.</translation>
    </message>
</context>
<context>
    <name>golive::StagingPath</name>
    <message>
        <source>%1 (staging)</source>
        <translation>%1 (Test)</translation>
    </message>
    <message>
        <source>It is not certain whether the application was made. Look in Clerk’s Dashboard before you try again.</source>
        <translation>Es ist nicht sicher, ob die Anwendung angelegt wurde. Sehen Sie in Clerks Dashboard nach, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>No application was made.</source>
        <translation>Es wurde keine Anwendung angelegt.</translation>
    </message>
    <message>
        <source>Give the application a name.</source>
        <translation>Geben Sie der Anwendung einen Namen.</translation>
    </message>
    <message>
        <source>The name is too long: Clerk takes 50 characters.</source>
        <translation>Der Name ist zu lang: Clerk nimmt 50 Zeichen.</translation>
    </message>
    <message>
        <source>This is the domain of the present application. Staging needs another one, such as staging.%1.</source>
        <translation>Das ist die Domain der jetzigen Anwendung. Die Testumgebung braucht eine andere, zum Beispiel staging.%1.</translation>
    </message>
    <message>
        <source>The application “%1” was made for %2. You find it in the step “Application”.</source>
        <translation>Die Anwendung „%1“ wurde für %2 angelegt. Sie finden sie im Schritt „Anwendung“.</translation>
    </message>
</context>
<context>
    <name>golive::StartPage</name>
    <message>
        <source>Continue an earlier deployment</source>
        <translation>Ein früheres Deployment fortsetzen</translation>
    </message>
    <message>
        <source>Older deployments</source>
        <translation>Ältere Deployments</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>Bevor Sie beginnen</translation>
    </message>
    <message>
        <source>What will happen, how long it takes, and what to have ready.</source>
        <translation>Was geschehen wird, wie lange es dauert und was Sie bereithalten sollten.</translation>
    </message>
    <message>
        <source>An application in Clerk has a development instance from the beginning. Going to production means giving it a second instance, on a domain of your own, with its own users, keys and sign-in credentials.

Development stays as it is. Nothing is created before you press “Create production instance”.

Golive keeps a note of your choices on this computer, without any secret, so that you can close it at any time and continue later.</source>
        <translation>Eine Anwendung in Clerk hat von Anfang an eine Entwicklungsinstanz. In Produktion zu gehen heißt, ihr eine zweite Instanz zu geben, auf einer eigenen Domain, mit eigenen Nutzern, Schlüsseln und Zugangsdaten für die Anmeldung.

Die Entwicklung bleibt, wie sie ist. Es wird nichts angelegt, bevor Sie „Produktionsinstanz anlegen“ drücken.

Golive notiert Ihre Auswahl auf diesem Computer, ohne jedes Geheimnis, damit Sie es jederzeit schließen und später weitermachen können.</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>What to have ready</source>
        <translation>Was Sie bereithalten sollten</translation>
    </message>
    <message>
        <source>Tick these for yourself if you like. You can go on without.</source>
        <translation>Haken Sie dies für sich ab, wenn Sie möchten. Es geht auch ohne.</translation>
    </message>
    <message>
        <source>Production is a separate world</source>
        <translation>Die Produktion ist eine eigene Welt</translation>
    </message>
    <message>
        <source>In development</source>
        <translation>In der Entwicklung</translation>
    </message>
    <message>
        <source>In production</source>
        <translation>In der Produktion</translation>
    </message>
    <message>
        <source>What differs between development and production</source>
        <translation>Worin sich Entwicklung und Produktion unterscheiden</translation>
    </message>
    <message>
        <source>Try it first</source>
        <translation>Erst einmal ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Practice first</source>
        <translation>Zuerst ü&amp;ben</translation>
    </message>
    <message>
        <source>Practice mode opens in a window of its own, with a made-up workspace and DNS. Nothing leaves this computer.</source>
        <translation>Der Übungsmodus öffnet sich in einem eigenen Fenster, mit erfundenem Workspace und DNS. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Compare settings</source>
        <translation>Einstellungen vergleichen</translation>
    </message>
</context>
<context>
    <name>golive::StartProblem</name>
    <message>
        <source>Golive cannot start</source>
        <translation>Golive kann nicht starten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>golive::StartViewModel</name>
    <message>
        <source>Golive takes an application from Clerk’s development environment to production, one step at a time. You can stop at any point and continue later.</source>
        <translation>Golive bringt eine Anwendung Schritt für Schritt aus Clerks Entwicklungsumgebung in die Produktion. Sie können jederzeit aufhören und später weitermachen.</translation>
    </message>
    <message>
        <source>About 20 minutes of your time. After that, DNS changes may need minutes or hours to be seen everywhere; Golive watches them for you.</source>
        <translation>Etwa 20 Minuten Ihrer Zeit. Danach kann es Minuten oder Stunden dauern, bis Änderungen am DNS überall zu sehen sind; Golive beobachtet sie für Sie.</translation>
    </message>
    <message>
        <source>Users do not move. People who signed up in development have to sign up again in production.</source>
        <translation>Nutzer ziehen nicht um. Wer sich in der Entwicklung registriert hat, muss sich in der Produktion neu registrieren.</translation>
    </message>
    <message>
        <source>Connect to Clerk and choose the application.</source>
        <translation>Mit Clerk verbinden und die Anwendung wählen.</translation>
    </message>
    <message>
        <source>Choose which settings to copy, and the domain.</source>
        <translation>Wählen, welche Einstellungen kopiert werden, und die Domain.</translation>
    </message>
    <message>
        <source>Create the production instance. Nothing is made before you press that button.</source>
        <translation>Die Produktionsinstanz anlegen. Es entsteht nichts, bevor Sie diese Schaltfläche drücken.</translation>
    </message>
    <message>
        <source>Enter your own sign-in credentials, for example those from Google.</source>
        <translation>Eigene Zugangsdaten für die Anmeldung eingeben, zum Beispiel die von Google.</translation>
    </message>
    <message>
        <source>Add the DNS records that Clerk asks for, and wait until they are seen.</source>
        <translation>Die DNS-Einträge anlegen, die Clerk verlangt, und warten, bis sie gesehen werden.</translation>
    </message>
    <message>
        <source>Take the production keys and put them where your application runs.</source>
        <translation>Die Produktionsschlüssel nehmen und dort eintragen, wo Ihre Anwendung läuft.</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>An address that Clerk provides</source>
        <translation>Eine Adresse, die Clerk stellt</translation>
    </message>
    <message>
        <source>A domain that you own, with DNS records for Clerk</source>
        <translation>Eine Domain, die Ihnen gehört, mit DNS-Einträgen für Clerk</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Test users, at most 100</source>
        <translation>Testnutzer, höchstens 100</translation>
    </message>
    <message>
        <source>Your real users, starting from none</source>
        <translation>Ihre echten Nutzer, beginnend mit keinem</translation>
    </message>
    <message>
        <source>Sign-in providers</source>
        <translation>Anmeldeanbieter</translation>
    </message>
    <message>
        <source>Clerk’s shared credentials</source>
        <translation>Clerks gemeinsame Zugangsdaten</translation>
    </message>
    <message>
        <source>Your own credentials for each provider</source>
        <translation>Eigene Zugangsdaten für jeden Anbieter</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Begin with pk_test_ and sk_test_</source>
        <translation>Beginnen mit pk_test_ und sk_test_</translation>
    </message>
    <message>
        <source>New keys that begin with pk_live_ and sk_live_</source>
        <translation>Neue Schlüssel, die mit pk_live_ und sk_live_ beginnen</translation>
    </message>
    <message>
        <source>Webhooks and integrations</source>
        <translation>Webhooks und Integrationen</translation>
    </message>
    <message>
        <source>Set up in development only</source>
        <translation>Nur in der Entwicklung eingerichtet</translation>
    </message>
    <message>
        <source>To be set up again in production</source>
        <translation>In der Produktion neu einzurichten</translation>
    </message>
    <message>
        <source>Paid features</source>
        <translation>Kostenpflichtige Funktionen</translation>
    </message>
    <message>
        <source>Free to try</source>
        <translation>Kostenlos auszuprobieren</translation>
    </message>
    <message>
        <source>Must be part of your Clerk plan</source>
        <translation>Müssen in Ihrem Clerk-Plan enthalten sein</translation>
    </message>
    <message>
        <source>A domain you own</source>
        <translation>Eine Domain, die Ihnen gehört</translation>
    </message>
    <message>
        <source>Such as example.com. An address from a hosting provider, like vercel.app, is not enough.</source>
        <translation>Zum Beispiel example.com. Die Adresse eines Hosting-Anbieters, etwa vercel.app, genügt nicht.</translation>
    </message>
    <message>
        <source>Access to its DNS settings</source>
        <translation>Zugang zu ihren DNS-Einstellungen</translation>
    </message>
    <message>
        <source>The place where you bought the domain, or where its DNS is kept. A colleague with access will do.</source>
        <translation>Dort, wo Sie die Domain gekauft haben oder wo ihr DNS liegt. Es genügt, wenn jemand aus Ihrem Team Zugang hat.</translation>
    </message>
    <message>
        <source>Credentials for your sign-in providers</source>
        <translation>Zugangsdaten für Ihre Anmeldeanbieter</translation>
    </message>
    <message>
        <source>Only if people sign in with Google, GitHub and the like. You can also add them later.</source>
        <translation>Nur wenn man sich mit Google, GitHub und Ähnlichem anmeldet. Sie können sie auch später hinzufügen.</translation>
    </message>
    <message>
        <source>A key for Clerk’s Platform API</source>
        <translation>Ein Schlüssel für Clerks Platform API</translation>
    </message>
    <message>
        <source>It begins with ak_ and belongs to your Clerk workspace. The next step says where it comes from.</source>
        <translation>Er beginnt mit ak_ und gehört zu Ihrem Clerk-Workspace. Der nächste Schritt sagt, woher er kommt.</translation>
    </message>
    <message>
        <source>Last changed %1</source>
        <translation>Zuletzt geändert: %1</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Production instance created, not finished</source>
        <translation>Produktionsinstanz angelegt, nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Creation was begun; Clerk has to be asked how it ended</source>
        <translation>Anlegen begonnen; Clerk muss gefragt werden, wie es ausging</translation>
    </message>
    <message>
        <source>Domain chosen, nothing created yet</source>
        <translation>Domain gewählt, noch nichts angelegt</translation>
    </message>
    <message>
        <source>Settings chosen, nothing created yet</source>
        <translation>Einstellungen gewählt, noch nichts angelegt</translation>
    </message>
    <message>
        <source>Application chosen, nothing created yet</source>
        <translation>Anwendung gewählt, noch nichts angelegt</translation>
    </message>
    <message>
        <source>Notes about earlier deployments could not be read and were put aside. They are damaged, or a newer version of Golive wrote them. Nothing in Clerk has changed: to continue such a deployment, connect and choose its application again.</source>
        <translation>Notizen über frühere Deployments konnten nicht gelesen werden und wurden beiseitegelegt. Sie sind beschädigt, oder eine neuere Version von Golive hat sie geschrieben. In Clerk hat sich nichts geändert: Um ein solches Deployment fortzusetzen, verbinden Sie sich und wählen Sie seine Anwendung noch einmal.</translation>
    </message>
    <message>
        <source>Put aside: %1</source>
        <translation>Beiseitegelegt: %1</translation>
    </message>
</context>
<context>
    <name>golive::StartWords</name>
    <message>
        <source>The environment variable %1 holds an address that does not begin with https://. Golive would send your keys there for anybody on the way to read.</source>
        <translation>Die Umgebungsvariable %1 enthält eine Adresse, die nicht mit https:// beginnt. Golive würde Ihre Schlüssel dorthin so senden, dass unterwegs jeder sie lesen kann.</translation>
    </message>
    <message>
        <source>The environment variable %1 does not hold a web address such as https://api.clerk.com.</source>
        <translation>Die Umgebungsvariable %1 enthält keine Webadresse wie https://api.clerk.com.</translation>
    </message>
    <message>
        <source>Correct or remove the variable, then start Golive again.</source>
        <translation>Berichtigen oder entfernen Sie die Variable und starten Sie Golive neu.</translation>
    </message>
    <message>
        <source>The address of Clerk’s Platform API in your preferences does not begin with https://. Golive would send your keys there for anybody on the way to read.</source>
        <translation>Die Adresse von Clerks Platform API in Ihren Einstellungen beginnt nicht mit https://. Golive würde Ihre Schlüssel dorthin so senden, dass unterwegs jeder sie lesen kann.</translation>
    </message>
    <message>
        <source>The address of Clerk’s Platform API in your preferences is not a web address. Golive does not guess another one, because your keys are sent there.</source>
        <translation>Die Adresse von Clerks Platform API in Ihren Einstellungen ist keine Webadresse. Golive rät keine andere, weil Ihre Schlüssel dorthin gesendet werden.</translation>
    </message>
    <message>
        <source>“%1” in your preferences is not an address of a DNS server.</source>
        <translation>„%1“ in Ihren Einstellungen ist keine Adresse eines DNS-Servers.</translation>
    </message>
    <message>
        <source>&amp;Use Clerk’s own address</source>
        <translation>Clerks eigene Adresse &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Use well-known DNS servers</source>
        <translation>Bekannte DNS-Server &amp;verwenden</translation>
    </message>
    <message>
        <source>Golive is open already; its window has been brought to the front.</source>
        <translation>Golive ist schon geöffnet; sein Fenster wurde nach vorn geholt.</translation>
    </message>
    <message>
        <source>Golive is open already, but that window does not answer. Close it, or end the program in your system’s list of running programs, then start Golive again. Your choices are kept.</source>
        <translation>Golive ist schon geöffnet, aber das Fenster antwortet nicht. Schließen Sie es oder beenden Sie das Programm in der Liste der laufenden Programme Ihres Systems und starten Sie Golive dann neu. Ihre Auswahl bleibt erhalten.</translation>
    </message>
    <message>
        <source>Golive found no display to open its window on. Start it within a desktop session; “golive check DOMAIN” and “golive --help” need none.</source>
        <translation>Golive hat keinen Bildschirm für sein Fenster gefunden. Starten Sie es in einer Desktop-Sitzung; „golive check DOMAIN“ und „golive --help“ brauchen keinen.</translation>
    </message>
</context>
<context>
    <name>golive::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>zu tun</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
    <message>
        <source>waiting for DNS</source>
        <translation>wartet auf DNS</translation>
    </message>
    <message>
        <source>waiting for Clerk</source>
        <translation>wartet auf Clerk</translation>
    </message>
    <message>
        <source>done, view only</source>
        <translation>erledigt, nur ansehen</translation>
    </message>
</context>
<context>
    <name>golive::StepListModel</name>
    <message>
        <source>Step %1 of %2, %3, %4</source>
        <extracomment>&quot;Step 7 of 10, DNS records, waiting for DNS&quot;</extracomment>
        <translation>Schritt %1 von %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>golive::StoreTroublePart</name>
    <message>
        <source>Keep for this session only</source>
        <translation>Nur für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>&amp;Entsperren …</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>golive::StoreWords</name>
    <message>
        <source>The secret key of production is in memory until you close Golive, as you chose. Clerk’s Dashboard still has it afterwards. You may put it into the password store after all.</source>
        <translation>Der Secret Key der Produktion bleibt im Speicher, bis Sie Golive schließen, wie Sie es gewählt haben. Clerks Dashboard hat ihn auch danach noch. Sie können ihn doch noch in den Passwortspeicher legen.</translation>
    </message>
    <message>
        <source>The secret key of production is not in this computer’s password store.</source>
        <translation>Der Secret Key der Produktion ist nicht im Passwortspeicher dieses Computers.</translation>
    </message>
    <message>
        <source>Golive holds the key in memory until it is stored or you copy it in the step “Go live”. When Golive closes, the key is gone from this computer; Clerk’s Dashboard still has it.</source>
        <translation>Golive hält den Schlüssel im Speicher, bis er abgelegt ist oder Sie ihn im Schritt „Live gehen“ kopieren. Wird Golive geschlossen, ist der Schlüssel von diesem Computer verschwunden; Clerks Dashboard hat ihn weiterhin.</translation>
    </message>
    <message>
        <source>Golive does not have the secret key of production.</source>
        <translation>Golive hat den Secret Key der Produktion nicht.</translation>
    </message>
    <message>
        <source>You can copy the key from Clerk’s Dashboard at any time, under API keys.</source>
        <translation>Sie können den Schlüssel jederzeit aus Clerks Dashboard kopieren, unter „API keys“.</translation>
    </message>
    <message>
        <source>What you entered is kept only until you close Golive, as you chose.</source>
        <translation>Was Sie eingegeben haben, bleibt nur erhalten, bis Sie Golive schließen, wie Sie es gewählt haben.</translation>
    </message>
    <message>
        <source>What you entered is kept only until you close Golive.</source>
        <translation>Was Sie eingegeben haben, bleibt nur erhalten, bis Sie Golive schließen.</translation>
    </message>
    <message>
        <source>What you entered earlier could not be fetched from this computer’s password store.</source>
        <translation>Was Sie früher eingegeben haben, konnte nicht aus dem Passwortspeicher dieses Computers geholt werden.</translation>
    </message>
    <message>
        <source>Nothing of it is lost. You may also enter it anew.</source>
        <translation>Nichts davon ist verloren. Sie können es auch neu eingeben.</translation>
    </message>
    <message>
        <source>What you entered for a provider is no longer needed here, but is still in the password store.</source>
        <translation>Was Sie für einen Anbieter eingegeben haben, wird hier nicht mehr gebraucht, liegt aber noch im Passwortspeicher.</translation>
    </message>
</context>
<context>
    <name>golive::SummaryPage</name>
    <message>
        <source>How to take it back</source>
        <translation>Wie Sie es zurücknehmen</translation>
    </message>
    <message>
        <source>Open your site</source>
        <translation>Ihre Website öffnen</translation>
    </message>
    <message>
        <source>Open Clerk’s Dashboard</source>
        <translation>Clerks Dashboard öffnen</translation>
    </message>
    <message>
        <source>What was made</source>
        <translation>Was entstanden ist</translation>
    </message>
    <message>
        <source>Where the secrets are</source>
        <translation>Wo die Geheimnisse sind</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Was als Nächstes zu tun ist</translation>
    </message>
    <message>
        <source>the summary</source>
        <translation>die Zusammenfassung</translation>
    </message>
    <message>
        <source>This page holds no secret, so it can be copied and sent to colleagues.

Your application only goes live once its hosting has the production keys and was built anew.</source>
        <translation>Diese Seite enthält kein Geheimnis, sie lässt sich also kopieren und im Team weitergeben.

Ihre Anwendung geht erst live, wenn ihr Hosting die Produktionsschlüssel hat und sie neu gebaut wurde.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>What was made, and what comes next.</source>
        <translation>Was entstanden ist und was als Nächstes kommt.</translation>
    </message>
    <message>
        <source>Ask Clerk again</source>
        <translation>Clerk noch einmal fragen</translation>
    </message>
    <message>
        <source>Copy this page</source>
        <translation>Diese Seite kopieren</translation>
    </message>
    <message>
        <source>Compare &amp;settings</source>
        <translation>&amp;Abgleich</translation>
    </message>
</context>
<context>
    <name>golive::SummaryViewModel</name>
    <message>
        <source>What to do next</source>
        <translation>Was als Nächstes zu tun ist</translation>
    </message>
    <message>
        <source>How to take it back</source>
        <translation>Wie Sie es zurücknehmen</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Production instance</source>
        <translation>Produktionsinstanz</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>State of the domain</source>
        <translation>Stand der Domain</translation>
    </message>
    <message>
        <source>Frontend API</source>
        <translation>Frontend API</translation>
    </message>
    <message>
        <source>Account portal</source>
        <translation>Account Portal</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sign-in providers</source>
        <translation>Anmeldeanbieter</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Secret Key</translation>
    </message>
    <message>
        <source>only in this program’s memory, until it ends</source>
        <translation>nur im Speicher dieses Programms, bis es endet</translation>
    </message>
    <message>
        <source>not on this computer; Clerk’s Dashboard shows it under API keys</source>
        <translation>nicht auf diesem Computer; Clerks Dashboard zeigt ihn unter „API keys“</translation>
    </message>
    <message>
        <source>in this computer’s password store, filed under “Golive”, entry “%1”</source>
        <translation>im Passwortspeicher dieses Computers, abgelegt unter „Golive“, Eintrag „%1“</translation>
    </message>
    <message>
        <source>Provider secrets</source>
        <translation>Secrets der Anbieter</translation>
    </message>
    <message>
        <source>in Clerk; this computer kept no copy</source>
        <translation>in Clerk; dieser Computer hat keine Kopie behalten</translation>
    </message>
    <message>
        <source>Set up %1 in Clerk’s Dashboard.</source>
        <translation>Richten Sie %1 in Clerks Dashboard ein.</translation>
    </message>
    <message>
        <source>What was made</source>
        <translation>Was entstanden ist</translation>
    </message>
    <message>
        <source>Where the secrets are</source>
        <translation>Wo die Geheimnisse sind</translation>
    </message>
    <message>
        <source>in memory until Golive ends: in practice mode nothing is stored</source>
        <translation>im Speicher, bis Golive endet: Im Übungsmodus wird nichts abgelegt</translation>
    </message>
    <message>
        <source>Platform API key</source>
        <translation>Platform-API-Schlüssel</translation>
    </message>
    <message>
        <source>not kept; Golive needs it again the next time</source>
        <translation>nicht aufbewahrt; Golive braucht ihn beim nächsten Mal wieder</translation>
    </message>
    <message>
        <source>Create the production instance.</source>
        <translation>Legen Sie die Produktionsinstanz an.</translation>
    </message>
    <message>
        <source>Add the missing DNS records. You can close Golive; it continues where you left off.</source>
        <translation>Legen Sie die fehlenden DNS-Einträge an. Sie können Golive schließen; es macht dort weiter, wo Sie aufgehört haben.</translation>
    </message>
    <message>
        <source>Wait until Clerk reports the domain complete. The step “Go live” shows it.</source>
        <translation>Warten Sie, bis Clerk die Domain als vollständig meldet. Der Schritt „Live gehen“ zeigt es.</translation>
    </message>
    <message>
        <source>Look at the step “Sign-in providers”: what they need has not been read yet.</source>
        <translation>Sehen Sie im Schritt „Anmeldeanbieter“ nach: Was sie brauchen, wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Enter the credentials of %1. Until then they let nobody sign in.</source>
        <translation>Geben Sie die Zugangsdaten von %1 ein. Bis dahin kann sich niemand damit anmelden.</translation>
    </message>
    <message>
        <source>You left %1 for later. Until then they let nobody sign in.</source>
        <translation>Sie haben %1 für später gelassen. Bis dahin kann sich niemand damit anmelden.</translation>
    </message>
    <message>
        <source>Try every sign-in provider once: Clerk did not let Golive look at how they are set up.</source>
        <translation>Probieren Sie jeden Anmeldeanbieter einmal aus: Clerk ließ Golive nicht nachsehen, wie sie eingerichtet sind.</translation>
    </message>
    <message>
        <source>See what a copy of the settings left behind; the step “Compare settings” shows it.</source>
        <translation>Sehen Sie nach, was eine Kopie der Einstellungen zurückgelassen hat; der Schritt „Abgleich“ zeigt es.</translation>
    </message>
    <message>
        <source>Put both production keys into your application’s hosting; the step “Hand over” tells where.</source>
        <translation>Tragen Sie beide Produktionsschlüssel beim Hosting Ihrer Anwendung ein; der Schritt „Übergeben“ sagt, wo.</translation>
    </message>
    <message>
        <source>Look through the rest of the list in the step “Hand over”. Not ticked yet: %1.</source>
        <translation>Sehen Sie den Rest der Liste im Schritt „Übergeben“ durch. Noch nicht abgehakt: %1.</translation>
    </message>
    <message>
        <source>Typed and not saved yet</source>
        <translation>Eingegeben und noch nicht gespeichert</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>in Clerk; a copy of these, as you wished, is in %2: %1</source>
        <translation>in Clerk; eine Kopie davon liegt auf Ihren Wunsch in %2: %1</translation>
    </message>
    <message>
        <source>this computer’s password store</source>
        <translation>dem Passwortspeicher dieses Computers</translation>
    </message>
    <message>
        <source>memory until Golive ends</source>
        <translation>dem Arbeitsspeicher, bis Golive endet</translation>
    </message>
    <message>
        <source>The password store could not be looked at, so whether it is in there is not known.</source>
        <translation>Der Passwortspeicher ließ sich nicht einsehen; ob er darin liegt, ist deshalb nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>golive::SummaryWords</name>
    <message>
        <source>Your application is ready for production</source>
        <translation>Ihre Anwendung ist bereit für die Produktion</translation>
    </message>
    <message>
        <source>Your domain is live; the keys are still to be handed over</source>
        <translation>Ihre Domain ist live; die Schlüssel sind noch zu übergeben</translation>
    </message>
    <message>
        <source>Clerk is finishing</source>
        <translation>Clerk bringt es zu Ende</translation>
    </message>
    <message>
        <source>Clerk is filing your domain</source>
        <translation>Clerk trägt Ihre Domain ein</translation>
    </message>
    <message>
        <source>The DNS records are still missing</source>
        <translation>Die DNS-Einträge fehlen noch</translation>
    </message>
    <message>
        <source>Some sign-in providers still need credentials</source>
        <translation>Einige Anmeldeanbieter brauchen noch Zugangsdaten</translation>
    </message>
    <message>
        <source>How sign-in stands is not known yet</source>
        <translation>Wie es um die Anmeldung steht, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>There is no production instance yet</source>
        <translation>Es gibt noch keine Produktionsinstanz</translation>
    </message>
    <message>
        <source>Clerk reports everything complete, and you have put the keys into your hosting.</source>
        <translation>Clerk meldet alles als vollständig, und Sie haben die Schlüssel in Ihr Hosting eingetragen.</translation>
    </message>
    <message>
        <source>Put both production keys into your application’s hosting to finish.</source>
        <translation>Tragen Sie zum Abschluss beide Produktionsschlüssel im Hosting Ihrer Anwendung ein.</translation>
    </message>
    <message>
        <source>Nothing is left for you to do there. Certificate and mail take a few minutes.</source>
        <translation>Dort bleibt für Sie nichts zu tun. Zertifikat und E-Mail brauchen einige Minuten.</translation>
    </message>
    <message>
        <source>The production instance exists. Its domain appears in a moment.</source>
        <translation>Die Produktionsinstanz besteht. Ihre Domain erscheint gleich.</translation>
    </message>
    <message>
        <source>The production instance exists, but nobody can reach it without them.</source>
        <translation>Die Produktionsinstanz besteht, aber ohne sie erreicht sie niemand.</translation>
    </message>
    <message>
        <source>The production instance exists. Nobody can sign in with them yet.</source>
        <translation>Die Produktionsinstanz besteht. Mit ihnen kann sich noch niemand anmelden.</translation>
    </message>
    <message>
        <source>Clerk could not be asked which providers are set up.</source>
        <translation>Clerk konnte nicht gefragt werden, welche Anbieter eingerichtet sind.</translation>
    </message>
    <message>
        <source>The steps before this one lead there. Nothing was changed so far.</source>
        <translation>Die Schritte vor diesem führen dorthin. Bisher wurde nichts geändert.</translation>
    </message>
    <message>
        <source>copied from development</source>
        <translation>aus der Entwicklung kopiert</translation>
    </message>
    <message>
        <source>Clerk’s defaults</source>
        <translation>Clerks Vorgaben</translation>
    </message>
    <message>
        <source>chosen outside this assistant</source>
        <translation>außerhalb dieses Assistenten gewählt</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>live: records, certificate and mail are in place</source>
        <translation>live: Einträge, Zertifikat und E-Mail sind da</translation>
    </message>
    <message>
        <source>records are in place, Clerk is finishing</source>
        <translation>die Einträge sind da, Clerk bringt es zu Ende</translation>
    </message>
    <message>
        <source>waiting for DNS records</source>
        <translation>wartet auf DNS-Einträge</translation>
    </message>
    <message>
        <source>Development is untouched; your application keeps working there as before.</source>
        <translation>Die Entwicklung ist unberührt; Ihre Anwendung funktioniert dort wie bisher.</translation>
    </message>
    <message>
        <source>To go back, use the development keys (pk_test_…, sk_test_…) in your application again.</source>
        <translation>Um zurückzugehen, verwenden Sie in Ihrer Anwendung wieder die Entwicklungsschlüssel (pk_test_…, sk_test_…).</translation>
    </message>
    <message>
        <source>A production instance can only be deleted in Clerk’s Dashboard, under its settings.</source>
        <translation>Eine Produktionsinstanz lässt sich nur in Clerks Dashboard löschen, in ihren Einstellungen.</translation>
    </message>
    <message>
        <source>Afterwards remove the DNS records you added, and the entries “Golive” in this computer’s password store.</source>
        <translation>Entfernen Sie danach die DNS-Einträge, die Sie angelegt haben, und die Einträge „Golive“ im Passwortspeicher dieses Computers.</translation>
    </message>
    <message>
        <source>Afterwards remove the DNS records you added.</source>
        <translation>Entfernen Sie danach die DNS-Einträge, die Sie angelegt haben.</translation>
    </message>
    <message>
        <source>Clerk cannot be reached on this domain yet</source>
        <translation>Clerk ist auf dieser Domain noch nicht erreichbar</translation>
    </message>
    <message>
        <source>It belongs to a hosting provider, so it takes no DNS records. The step “Domain” offers the repair.</source>
        <translation>Sie gehört einem Hosting-Anbieter und nimmt keine DNS-Einträge auf. Der Schritt „Domain“ bietet die Abhilfe an.</translation>
    </message>
    <message>
        <source>Clerk does not list your domain any more</source>
        <translation>Clerk führt Ihre Domain nicht mehr auf</translation>
    </message>
    <message>
        <source>The step “DNS records” says what to do about it. Nobody can sign in without a domain.</source>
        <translation>Der Schritt „DNS-Einträge“ sagt, was zu tun ist. Ohne Domain kann sich niemand anmelden.</translation>
    </message>
</context>
<context>
    <name>golive::SurveyWords</name>
    <message>
        <source>This workspace already uses %1, in the application “%2”.</source>
        <translation>Dieser Workspace verwendet %1 bereits, in der Anwendung „%2“.</translation>
    </message>
    <message>
        <source>Clerk refuses a domain that another application has: choose a different one, or remove it there first.</source>
        <translation>Clerk lehnt eine Domain ab, die eine andere Anwendung hat: Wählen Sie eine andere, oder entfernen Sie sie zuerst dort.</translation>
    </message>
    <message>
        <source>%1 exists. Its DNS records are looked after by %2.</source>
        <translation>%1 gibt es. Um die DNS-Einträge kümmert sich %2.</translation>
    </message>
    <message>
        <source>%1 exists. Its DNS records are on %2.</source>
        <translation>%1 gibt es. Die DNS-Einträge liegen auf %2.</translation>
    </message>
    <message>
        <source>%1 is registered, but its name servers do not answer. Until they do, nobody finds a record on it. Ask whoever looks after the domain.</source>
        <translation>%1 ist registriert, aber die Nameserver antworten nicht. Bis sie das tun, findet dort niemand einen Eintrag. Fragen Sie, wer sich um die Domain kümmert.</translation>
    </message>
    <message>
        <source>This computer could not ask DNS about %1. You can go on; make sure that you own it.</source>
        <translation>Dieser Computer konnte das DNS nicht nach %1 fragen. Sie können weitergehen; vergewissern Sie sich, dass die Domain Ihnen gehört.</translation>
    </message>
    <message>
        <source>%1 is not in DNS: it is misspelt, nobody has registered it, or it has no name servers yet. Check the spelling, and register it before you go live.</source>
        <translation>%1 steht nicht im DNS: Der Name ist falsch geschrieben, niemand hat ihn registriert, oder er hat noch keine Nameserver. Prüfen Sie die Schreibweise, und registrieren Sie ihn, bevor Sie live gehen.</translation>
    </message>
    <message>
        <source>Nobody has registered %1. Check the spelling, or register it before you go live.</source>
        <translation>Niemand hat %1 registriert. Prüfen Sie die Schreibweise, oder registrieren Sie die Domain, bevor Sie live gehen.</translation>
    </message>
    <message>
        <source>%1 is registered, but suspended, so it is not in DNS. Ask your registrar; often an email address has to be confirmed or a bill paid.</source>
        <translation>%1 ist registriert, aber gesperrt, und steht darum nicht im DNS. Fragen Sie Ihren Registrar; oft muss eine E-Mail-Adresse bestätigt oder eine Rechnung bezahlt werden.</translation>
    </message>
    <message>
        <source>%1 is registered, but has no name servers yet, so it is not in DNS. Choose them at your registrar.</source>
        <translation>%1 ist registriert, hat aber noch keine Nameserver und steht darum nicht im DNS. Wählen Sie sie bei Ihrem Registrar.</translation>
    </message>
    <message>
        <source>Nothing else uses the names that Clerk needs.</source>
        <translation>Nichts anderes verwendet die Namen, die Clerk braucht.</translation>
    </message>
    <message>
        <source>Clerk needs this name: what uses it now stops working once you enter Clerk’s record. Move that first, or choose another domain.</source>
        <translation>Clerk braucht diesen Namen: Was ihn jetzt verwendet, funktioniert nicht mehr, sobald Sie Clerks Eintrag hinzufügen. Ziehen Sie das zuerst um, oder wählen Sie eine andere Domain.</translation>
    </message>
    <message>
        <source>%1 already leads to %2.</source>
        <translation>%1 führt bereits zu %2.</translation>
    </message>
    <message>
        <source>%1 already has records of another kind.</source>
        <translation>%1 hat bereits Einträge anderer Art.</translation>
    </message>
    <message>
        <source>%1 is handed on to name servers of its own.</source>
        <translation>%1 ist an eigene Nameserver abgegeben.</translation>
    </message>
    <message>
        <source>%1 already leads to Clerk, so another Clerk application seems to use %2. Keep %3 then.</source>
        <translation>%1 führt bereits zu Clerk, eine andere Clerk-Anwendung scheint also %2 zu verwenden. Behalten Sie dann %3.</translation>
    </message>
    <message>
        <source>%1 already leads to Clerk: a Clerk application uses %2, or did. If it is another one and still there, Clerk refuses this domain. Records of an earlier one have to be replaced in the step “DNS records”.</source>
        <translation>%1 führt bereits zu Clerk: Eine Clerk-Anwendung verwendet %2 oder hat es verwendet. Ist es eine andere, die es noch gibt, lehnt Clerk diese Domain ab. Einträge einer früheren müssen im Schritt „DNS-Einträge“ ersetzt werden.</translation>
    </message>
    <message>
        <source>Several applications can share %1 when each is on a subdomain of its own, as %2 is; Clerk calls them secondary. Whether it takes this one shows when you create the production instance; if it refuses, nothing has been made.</source>
        <translation>Mehrere Anwendungen können sich %1 teilen, wenn jede auf einer eigenen Subdomain liegt wie %2; Clerk nennt sie sekundär. Ob es diese annimmt, zeigt sich beim Erstellen der Produktionsinstanz; lehnt es ab, ist nichts entstanden.</translation>
    </message>
</context>
<context>
    <name>golive::SwitchCard</name>
    <message>
        <source>Has your site switched over?</source>
        <translation>Ist Ihre Website umgestellt?</translation>
    </message>
    <message>
        <source>Page to look at</source>
        <translation>Seite, die angesehen wird</translation>
    </message>
    <message>
        <source>Look at the site</source>
        <translation>Website ansehen</translation>
    </message>
    <message>
        <source>Golive fetches this page and its scripts, and looks which key they hold. It changes nothing.</source>
        <translation>Golive lädt diese Seite und ihre Skripte und sieht nach, welchen Schlüssel sie enthalten. Es ändert nichts.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird angesehen …</translation>
    </message>
</context>
<context>
    <name>golive::SwitchPart</name>
    <message>
        <source>This is not a web address. Enter one such as %1.</source>
        <translation>Das ist keine Webadresse. Geben Sie eine wie %1 ein.</translation>
    </message>
</context>
<context>
    <name>golive::SwitchWords</name>
    <message>
        <source>the page itself</source>
        <translation>der Seite selbst</translation>
    </message>
    <message numerus="yes">
        <source>Golive read %1 and %n script(s) of it.</source>
        <translation>
            <numerusform>Golive hat %1 und %n Skript davon gelesen.</numerusform>
            <numerusform>Golive hat %1 und %n Skripte davon gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) could not be read.</source>
        <translation>
            <numerusform>%n Skript konnte nicht gelesen werden.</numerusform>
            <numerusform>%n Skripte konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your site has switched over</source>
        <translation>Ihre Website ist umgestellt</translation>
    </message>
    <message>
        <source>It delivers the production key of this domain, seen in %1.</source>
        <translation>Sie liefert den Produktionsschlüssel dieser Domain aus, gesehen in %1.</translation>
    </message>
    <message>
        <source>Your site still uses a development key</source>
        <translation>Ihre Website verwendet noch einen Entwicklungsschlüssel</translation>
    </message>
    <message>
        <source>It is in %1. Replace the keys at your hosting and build the application anew: the key is built into the pages, so a restart is not enough.</source>
        <translation>Er steht in %1. Ersetzen Sie die Schlüssel bei Ihrem Hosting und bauen Sie die Anwendung neu: Der Schlüssel ist in die Seiten eingebaut, ein Neustart genügt also nicht.</translation>
    </message>
    <message>
        <source>Your site delivers the production key and a development key</source>
        <translation>Ihre Website liefert den Produktionsschlüssel und einen Entwicklungsschlüssel aus</translation>
    </message>
    <message>
        <source>The development key is in %1. Perhaps part of the site was not built anew, or a cache still has it.</source>
        <translation>Der Entwicklungsschlüssel steht in %1. Vielleicht wurde ein Teil der Website nicht neu gebaut, oder ein Cache hat ihn noch.</translation>
    </message>
    <message>
        <source>Your site uses the production key of another domain</source>
        <translation>Ihre Website verwendet den Produktionsschlüssel einer anderen Domain</translation>
    </message>
    <message>
        <source>The key in %1 is for %2; this instance has %3.</source>
        <translation>Der Schlüssel in %1 gehört zu %2; diese Instanz hat %3.</translation>
    </message>
    <message>
        <source>No key was seen</source>
        <translation>Es war kein Schlüssel zu sehen</translation>
    </message>
    <message>
        <source>That need not be wrong: some sites load Clerk later, or on other pages. Try the page where people sign in.</source>
        <translation>Das muss kein Fehler sein: Manche Websites laden Clerk später oder auf anderen Seiten. Versuchen Sie es mit der Seite, auf der man sich anmeldet.</translation>
    </message>
    <message>
        <source>The site could not be looked at</source>
        <translation>Die Website ließ sich nicht ansehen</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Is it deployed, and its DNS set up?</source>
        <translation>%1 ist nicht erreichbar. Ist die Website veröffentlicht und ihr DNS eingerichtet?</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again in a while.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>%1 has no secure connection (https) that can be trusted. Production keys need one.</source>
        <translation>%1 hat keine vertrauenswürdige sichere Verbindung (https). Produktionsschlüssel brauchen eine.</translation>
    </message>
    <message>
        <source>%1 sends its visitors on to %2, which is another site. Look there if that is yours.</source>
        <translation>%1 leitet Besucher an %2 weiter, und das ist eine andere Website. Sehen Sie dort nach, wenn sie Ihnen gehört.</translation>
    </message>
    <message>
        <source>%1 answered with an error (%2).</source>
        <translation>%1 hat mit einem Fehler geantwortet (%2).</translation>
    </message>
    <message>
        <source>Your site uses a production key</source>
        <translation>Ihre Website verwendet einen Produktionsschlüssel</translation>
    </message>
    <message>
        <source>The key in %1 is for %2. Golive does not know this instance’s own key: compare it with the one in Clerk’s Dashboard, under API keys.</source>
        <translation>Der Schlüssel in %1 gehört zu %2. Golive kennt den Schlüssel dieser Instanz nicht: Vergleichen Sie ihn mit dem in Clerks Dashboard unter „API keys“.</translation>
    </message>
</context>
<context>
    <name>golive::ValueWords</name>
    <message>
        <source>It points to %1, which is not Clerk’s address for it.</source>
        <translation>Er zeigt auf %1; das ist nicht Clerks Adresse dafür.</translation>
    </message>
    <message>
        <source>Nearly right: the value has a typing error. It says %1.</source>
        <translation>Fast richtig: Der Wert hat einen Tippfehler. Dort steht %1.</translation>
    </message>
    <message>
        <source>This record has the value that belongs to %1.</source>
        <translation>Dieser Eintrag hat den Wert, der zu %1 gehört.</translation>
    </message>
    <message>
        <source>Two values are mixed up. Change this one to %1, and check the other record too.</source>
        <translation>Zwei Werte sind vertauscht. Ändern Sie diesen in %1 und prüfen Sie auch den anderen Eintrag.</translation>
    </message>
    <message>
        <source>Your provider added the domain to the end of the value: it says %1.</source>
        <translation>Ihr Anbieter hat die Domain an den Wert angehängt: Dort steht %1.</translation>
    </message>
    <message>
        <source>Write the value with a dot at the end: %1</source>
        <translation>Schreiben Sie den Wert mit einem Punkt am Ende: %1</translation>
    </message>
    <message>
        <source>This name has two values, and only one is allowed.</source>
        <translation>Dieser Name hat zwei Werte, und nur einer ist erlaubt.</translation>
    </message>
    <message>
        <source>Delete the one that is not %1.</source>
        <translation>Löschen Sie den, der nicht %1 ist.</translation>
    </message>
    <message>
        <source>It reaches Clerk by a detour over %1.</source>
        <translation>Er erreicht Clerk auf dem Umweg über %1.</translation>
    </message>
    <message>
        <source>Change the value to %1, so that it points to Clerk directly.</source>
        <translation>Ändern Sie den Wert in %1, damit er direkt auf Clerk zeigt.</translation>
    </message>
    <message>
        <source>There is an address record (type A or AAAA) of this name. It must be a CNAME.</source>
        <translation>Unter diesem Namen gibt es einen Adress-Eintrag (Typ A oder AAAA). Es muss ein CNAME-Eintrag sein.</translation>
    </message>
    <message>
        <source>There is an address record (type A or AAAA) of this name: %1. It must be a CNAME.</source>
        <translation>Unter diesem Namen gibt es einen Adress-Eintrag (Typ A oder AAAA): %1. Es muss ein CNAME-Eintrag sein.</translation>
    </message>
    <message>
        <source>%1 turns this record into an address, so Clerk cannot see where it points.</source>
        <translation>%1 macht aus diesem Eintrag eine Adresse, deshalb kann Clerk nicht sehen, wohin er zeigt.</translation>
    </message>
    <message>
        <source>Your provider</source>
        <translation>Ihr Anbieter</translation>
    </message>
    <message>
        <source>In Cloudflare, edit the record and switch “Flatten” off. If it is not on there, open DNS › Settings and switch off “CNAME flattening for all CNAME records”.</source>
        <translation>Bearbeiten Sie den Eintrag in Cloudflare und schalten Sie „Flatten“ ab. Ist es dort nicht an, öffnen Sie DNS › Settings und schalten Sie „CNAME flattening for all CNAME records“ ab.</translation>
    </message>
    <message>
        <source>Make it a plain record of type CNAME. The types ALIAS and ANAME do not work here.</source>
        <translation>Machen Sie daraus einen einfachen Eintrag vom Typ CNAME. Die Typen ALIAS und ANAME gehen hier nicht.</translation>
    </message>
    <message>
        <source>Cloudflare’s proxy (the orange cloud) is on, so Clerk cannot see where the record points.</source>
        <translation>Cloudflares Proxy (die orange Wolke) ist an, deshalb kann Clerk nicht sehen, wohin der Eintrag zeigt.</translation>
    </message>
    <message>
        <source>In Cloudflare, under DNS › Records, edit the record and click the orange cloud, so that its proxy status says “DNS only”. All of these records need that, those for email too.</source>
        <translation>Bearbeiten Sie den Eintrag in Cloudflare unter DNS › Records und klicken Sie auf die orange Wolke, sodass der Proxy-Status „DNS only“ lautet. Alle diese Einträge brauchen das, auch die für E-Mail.</translation>
    </message>
    <message>
        <source>There is a text record (type TXT) of this name. It must be a CNAME.</source>
        <translation>Unter diesem Namen gibt es einen Text-Eintrag (Typ TXT). Es muss ein CNAME-Eintrag sein.</translation>
    </message>
    <message>
        <source>A record of type %1 already uses this name, and a CNAME must be alone.</source>
        <translation>Ein Eintrag vom Typ %1 benutzt diesen Namen schon, und ein CNAME-Eintrag muss allein stehen.</translation>
    </message>
    <message>
        <source>Delete it and add a CNAME record with the value %1 in its place.</source>
        <translation>Löschen Sie ihn und legen Sie an seiner Stelle einen CNAME-Eintrag mit dem Wert %1 an.</translation>
    </message>
    <message>
        <source>Replace the value with this one: %1</source>
        <translation>Ersetzen Sie den Wert durch diesen: %1</translation>
    </message>
    <message>
        <source>Copy the value from here and replace the old one: %1</source>
        <translation>Kopieren Sie den Wert von hier und ersetzen Sie den alten: %1</translation>
    </message>
    <message>
        <source>Find out what it is for. If nothing needs it, delete it and add the CNAME record with this value: %1</source>
        <translation>Finden Sie heraus, wofür er da ist. Braucht ihn nichts, löschen Sie ihn und legen Sie den CNAME-Eintrag mit diesem Wert an: %1</translation>
    </message>
    <message>
        <source>Cloudflare’s proxy (the orange cloud) answers for this name, and alike for the catch-all record (*). It hides whether there is a record of this name.</source>
        <translation>Cloudflares Proxy (die orange Wolke) antwortet für diesen Namen, und ebenso für den Sammeleintrag (*). Er verbirgt, ob es einen Eintrag mit diesem Namen gibt.</translation>
    </message>
    <message>
        <source>In Cloudflare, under DNS › Records, look for the record with the name “%1”. If it is there, edit it and click the orange cloud, so that its proxy status says “DNS only”. If not, add it with that status, the type CNAME and this target: %2</source>
        <translation>Suchen Sie in Cloudflare unter DNS › Records den Eintrag mit dem Namen „%1“. Ist er da, bearbeiten Sie ihn und klicken Sie auf die orange Wolke, sodass der Proxy-Status „DNS only“ lautet. Wenn nicht, legen Sie ihn mit diesem Status, dem Typ CNAME und diesem Ziel an: %2</translation>
    </message>
</context>
<context>
    <name>golive::WaitingWords</name>
    <message>
        <source>Some of your provider’s servers have the record, others do not have it yet.</source>
        <translation>Einige Server Ihres Anbieters haben den Eintrag, andere noch nicht.</translation>
    </message>
    <message>
        <source>%1 does not have the record yet; other servers of your provider do.</source>
        <translation>%1 hat den Eintrag noch nicht; andere Server Ihres Anbieters haben ihn.</translation>
    </message>
    <message>
        <source>Wait a few minutes. If it stays like this for more than 15, ask %1.</source>
        <translation>Warten Sie einige Minuten. Bleibt es länger als 15 Minuten so, fragen Sie %1.</translation>
    </message>
    <message>
        <source>Right at your provider. %1 still remembers the old value.</source>
        <translation>Bei Ihrem Anbieter stimmt er. %1 merkt sich noch den alten Wert.</translation>
    </message>
    <message>
        <source>Right at your provider. %1 was asked before the record was there, and remembers that.</source>
        <translation>Bei Ihrem Anbieter stimmt er. %1 wurde gefragt, bevor der Eintrag da war, und merkt sich das.</translation>
    </message>
    <message>
        <source>Right at your provider. %1 has trouble of its own at the moment.</source>
        <translation>Bei Ihrem Anbieter stimmt er. %1 hat im Moment eigene Schwierigkeiten.</translation>
    </message>
    <message>
        <source>Nothing to do: Golive asks it again.</source>
        <translation>Nichts zu tun: Golive fragt dort noch einmal.</translation>
    </message>
    <message>
        <source>The record is right. Clerk’s own address behind it does not answer at the moment.</source>
        <translation>Der Eintrag stimmt. Clerks eigene Adresse dahinter antwortet im Moment nicht.</translation>
    </message>
    <message>
        <source>Nothing to do on your side. Clerk’s status page says when it is known to be repaired.</source>
        <translation>Auf Ihrer Seite ist nichts zu tun. Auf Clerks Statusseite steht, wenn es behoben ist.</translation>
    </message>
    <message>
        <source>The record is right. Clerk has not looked since.</source>
        <translation>Der Eintrag stimmt. Clerk hat seitdem nicht nachgesehen.</translation>
    </message>
    <message>
        <source>Nothing to do: Clerk is asked to look as soon as all records are right.</source>
        <translation>Nichts zu tun: Clerk wird gebeten nachzusehen, sobald alle Einträge stimmen.</translation>
    </message>
    <message>
        <source>A public resolver</source>
        <translation>Ein öffentlicher Resolver</translation>
    </message>
    <message>
        <source>Nothing to do: it forgets that in %1 at the latest.</source>
        <translation>Nichts zu tun: Spätestens in %1 ist das dort vergessen.</translation>
    </message>
    <message>
        <source>Nothing to do: it forgets that by itself.</source>
        <translation>Nichts zu tun: Das wird dort von selbst vergessen.</translation>
    </message>
    <message>
        <source>Have %1 forget it now</source>
        <translation>%1 jetzt vergessen lassen</translation>
    </message>
    <message>
        <source>That takes too long: ask %1.</source>
        <translation>Das dauert zu lange: Fragen Sie %1.</translation>
    </message>
    <message>
        <source>It helps them to know the versions of the zone (SOA serial numbers): %1.</source>
        <extracomment>%1 is like &quot;ns1.example.net 7, ns2.example.net 6&quot;</extracomment>
        <translation>Dort hilft es, die Stände der Zone zu kennen (SOA-Seriennummern): %1.</translation>
    </message>
    <message>
        <source>%1 still does not have the record after 15 minutes; other servers of your provider do.</source>
        <translation>%1 hat den Eintrag auch nach 15 Minuten nicht; andere Server Ihres Anbieters haben ihn.</translation>
    </message>
</context>
<context>
    <name>golive::WithdrawalWords</name>
    <message>
        <source>You had ticked that your hosting has the production keys. Those were another instance’s: the production instance was made anew and has keys of its own. Put these in, and build once more.</source>
        <translation>Sie hatten angehakt, dass Ihr Hosting die Produktionsschlüssel hat. Das waren die einer anderen Instanz: Die Produktionsinstanz wurde neu angelegt und hat eigene Schlüssel. Tragen Sie diese ein und bauen Sie die Anwendung noch einmal.</translation>
    </message>
    <message>
        <source>You had ticked that your hosting has the production keys. Clerk’s address has changed since, and the publishable key with it. Put the new one in, and build once more.</source>
        <translation>Sie hatten angehakt, dass Ihr Hosting die Produktionsschlüssel hat. Seither hat sich Clerks Adresse geändert und mit ihr der Publishable Key. Tragen Sie den neuen ein und bauen Sie die Anwendung noch einmal.</translation>
    </message>
    <message>
        <source>The production instance was made anew. Look at %1 whether the redirect URI of this one is registered there, and tick the box again.</source>
        <translation>Die Produktionsinstanz wurde neu angelegt. Sehen Sie bei %1 nach, ob die Redirect-URI dieser Instanz dort eingetragen ist, und setzen Sie den Haken noch einmal.</translation>
    </message>
    <message>
        <source>The redirect URI has changed along with Clerk’s address. Register the new one at %1, and tick the box again.</source>
        <translation>Die Redirect-URI hat sich zusammen mit Clerks Adresse geändert. Tragen Sie die neue bei %1 ein und setzen Sie den Haken noch einmal.</translation>
    </message>
    <message>
        <source>Clerk has another client ID of %1 now. Register the redirect URI with that client too, and tick the box again.</source>
        <translation>Clerk hat jetzt eine andere Client-ID von %1. Tragen Sie die Redirect-URI auch bei diesem Client ein und setzen Sie den Haken noch einmal.</translation>
    </message>
    <message>
        <source>You had ticked that your hosting has the production keys. Clerk has another secret key since. Put it in wherever the former one is, and start the application again.</source>
        <translation>Sie hatten angehakt, dass Ihr Hosting die Produktionsschlüssel hat. Clerk hat seither einen anderen Secret Key. Tragen Sie ihn überall dort ein, wo der bisherige steht, und starten Sie die Anwendung neu.</translation>
    </message>
</context>
<context>
    <name>golive::ZoneWords</name>
    <message>
        <source>Nobody owns %1 yet, or it is spelled differently.</source>
        <translation>%1 gehört noch niemandem, oder es schreibt sich anders.</translation>
    </message>
    <message>
        <source>Check the spelling. If it is right, register the domain first; its records come after that.</source>
        <translation>Prüfen Sie die Schreibweise. Stimmt sie, registrieren Sie erst die Domain; die Einträge kommen danach.</translation>
    </message>
    <message>
        <source>%1 is suspended or has expired.</source>
        <translation>%1 ist gesperrt oder abgelaufen.</translation>
    </message>
    <message>
        <source>%1 is suspended or has expired at %2.</source>
        <translation>%1 ist bei %2 gesperrt oder abgelaufen.</translation>
    </message>
    <message>
        <source>The registry says: %1.</source>
        <extracomment>%1 are the technical words of a registry, such as &quot;client hold&quot;</extracomment>
        <translation>Die Registry meldet: %1.</translation>
    </message>
    <message>
        <source>Sign in where the domain is registered. Renew it, or confirm the owner’s email address if you are asked to.</source>
        <translation>Melden Sie sich dort an, wo die Domain registriert ist. Verlängern Sie sie, oder bestätigen Sie die E-Mail-Adresse des Inhabers, wenn Sie darum gebeten werden.</translation>
    </message>
    <message>
        <source>None of the name servers in charge of %1 answers.</source>
        <translation>Keiner der für %1 zuständigen Nameserver antwortet.</translation>
    </message>
    <message>
        <source>Check at %1 that the domain exists in your account. It may also be a passing outage; Golive keeps looking.</source>
        <translation>Prüfen Sie, ob die Domain in Ihrem Konto besteht (%1). Es kann auch eine vorübergehende Störung sein; Golive sieht weiter nach.</translation>
    </message>
    <message>
        <source>The name servers of %1 belong to %2, which does not have the domain.</source>
        <translation>Die Nameserver von %1 gehören zu %2, und dort gibt es die Domain nicht.</translation>
    </message>
    <message>
        <source>a provider</source>
        <translation>einem Anbieter</translation>
    </message>
    <message>
        <source>Add the domain to your account at %1 and finish its set-up there, or set the former name servers again where the domain is registered.</source>
        <translation>Fügen Sie die Domain Ihrem Konto hinzu (%1) und schließen Sie die Einrichtung ab, oder setzen Sie dort, wo die Domain registriert ist, wieder die früheren Nameserver.</translation>
    </message>
    <message>
        <source>One of %1 name servers, %2, does not know %3. Some visitors will not reach it.</source>
        <translation>Einer von %1 Nameservern, %2, kennt %3 nicht. Manche Besucher kommen dann nicht hin.</translation>
    </message>
    <message>
        <source>Some of the name servers of %1 do not know it: %2. Some visitors will not reach it.</source>
        <translation>Einige Nameserver von %1 kennen die Domain nicht: %2. Manche Besucher kommen dann nicht hin.</translation>
    </message>
    <message>
        <source>Where the domain is registered, take %1 off its list of name servers. Or add the domain to the account there.</source>
        <translation>Nehmen Sie dort, wo die Domain registriert ist, %1 von der Liste der Nameserver. Oder fügen Sie die Domain dem dortigen Konto hinzu.</translation>
    </message>
    <message>
        <source>One of %1 name servers of %2, %3, does not answer. The others do, only slower for some.</source>
        <translation>Einer von %1 Nameservern von %2, %3, antwortet nicht. Die anderen tun es, nur für manche langsamer.</translation>
    </message>
    <message>
        <source>Some of the name servers of %1 do not answer: %2. The others do, only slower for some.</source>
        <translation>Einige Nameserver von %1 antworten nicht: %2. Die anderen tun es, nur für manche langsamer.</translation>
    </message>
    <message>
        <source>If that does not pass, ask %1, or take %2 off the list of name servers where the domain is registered.</source>
        <translation>Geht das nicht vorüber, fragen Sie %1, oder nehmen Sie %2 dort, wo die Domain registriert ist, von der Liste der Nameserver.</translation>
    </message>
    <message>
        <source>%1 is registered with the name servers %2, and the zone itself lists %3.</source>
        <translation>%1 ist mit den Nameservern %2 registriert, und die Zone selbst nennt %3.</translation>
    </message>
    <message>
        <source>Make both lists equal. The one where the domain is registered is the one that counts.</source>
        <translation>Gleichen Sie beide Listen an. Es zählt die, mit der die Domain registriert ist.</translation>
    </message>
    <message>
        <source>The records are at %1, but the name servers of %2 are elsewhere now.</source>
        <translation>Die Einträge sind bei %1, aber die Nameserver von %2 sind jetzt woanders.</translation>
    </message>
    <message>
        <source>The records are at %1, but the name servers of %2 are with %3 now.</source>
        <translation>Die Einträge sind bei %1, aber die Nameserver von %2 sind jetzt bei %3.</translation>
    </message>
    <message>
        <source>Add the same records at %1. Or set the name servers of %2 again where the domain is registered.</source>
        <translation>Legen Sie dieselben Einträge neu an (%1). Oder setzen Sie dort, wo die Domain registriert ist, wieder die Nameserver von %2.</translation>
    </message>
    <message>
        <source>The name servers of %1 were changed, and part of the internet still asks the old ones.</source>
        <translation>Die Nameserver von %1 wurden gewechselt, und ein Teil des Internets fragt noch die alten.</translation>
    </message>
    <message>
        <source>Nothing to do: the old list is forgotten in %1 at the latest. Until then it helps to add the records at the old provider too.</source>
        <translation>Nichts zu tun: Spätestens in %1 ist die alte Liste vergessen. Bis dahin hilft es, die Einträge auch beim alten Anbieter anzulegen.</translation>
    </message>
    <message>
        <source>Nothing to do: the old list is forgotten by itself. Until then it helps to add the records at the old provider too.</source>
        <translation>Nichts zu tun: Die alte Liste wird von selbst vergessen. Bis dahin hilft es, die Einträge auch beim alten Anbieter anzulegen.</translation>
    </message>
    <message>
        <source>The security signature of %1 (DNSSEC) does not match its zone, so much of the internet cannot see any of it.</source>
        <translation>Die Sicherheitssignatur von %1 (DNSSEC) passt nicht zur Zone, deshalb sieht ein großer Teil des Internets nichts davon.</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <extracomment>%1 is a resolver&apos;s technical reason, in English</extracomment>
        <translation>Grund: %1.</translation>
    </message>
    <message>
        <source>Where the domain is registered, delete its DS record, or switch DNSSEC off. This often remains from a former provider.</source>
        <translation>Löschen Sie dort, wo die Domain registriert ist, den DS-Eintrag, oder schalten Sie DNSSEC ab. Das bleibt oft von einem früheren Anbieter zurück.</translation>
    </message>
    <message>
        <source>After that it takes %1 at the latest.</source>
        <translation>Danach dauert es höchstens %1.</translation>
    </message>
    <message>
        <source>Golive sees by itself when it has taken effect.</source>
        <translation>Golive sieht von selbst, wann es wirkt.</translation>
    </message>
    <message>
        <source>%1 belongs to a hosting company (%2), so its records are not yours to set.</source>
        <translation>%1 gehört einem Hosting-Anbieter (%2), deshalb können Sie dort keine Einträge setzen.</translation>
    </message>
    <message>
        <source>Clerk needs a domain of your own. Use one you have, or register a new one.</source>
        <translation>Clerk braucht eine eigene Domain von Ihnen. Nehmen Sie eine, die Sie haben, oder registrieren Sie eine neue.</translation>
    </message>
    <message>
        <source>In DNS, %1 is written %2.</source>
        <translation>Im DNS schreibt sich %1 so: %2.</translation>
    </message>
    <message>
        <source>Nothing to do. If your provider’s website refuses one way of writing it, use the other.</source>
        <translation>Nichts zu tun. Lehnt die Website Ihres Anbieters die eine Schreibweise ab, nehmen Sie die andere.</translation>
    </message>
</context>
</TS>
