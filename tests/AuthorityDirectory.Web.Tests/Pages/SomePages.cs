using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

/// <summary>A page of every kind and in every state that looks different.</summary>
public static class SomePages
{
    public static TheoryData<string> All =>
    [
        "/en/",
        "/en/?state=korea&function=mla",
        "/en/?state=atlantis&function=mla",
        "/en/states",
        "/en/states?region=african&function=prevention",
        "/en/states?text=atlantis",
        "/en/states/PL",
        "/en/states/AT",
        "/en/states/BR",
        "/en/states/IQ",
        "/en/states/SY",
        "/en/states/AD",
        "/en/states/EU",
        "/en/authorities/IR-001",
        $"/en/authorities/{DirectoryWithEverything.WithEverything}",
        $"/en/authorities/{DirectoryWithEverything.WithRestrictedContacts}",
        "/en/report?line=AT-003-c1",
        "/en/report?line=AT",
        "/en/find",
        "/en/find?from=france&to=korea&need=mla",
        "/en/find?from=&to=atlantis&how=informal",
        "/en/find?from=FR&to=AT&need=mla&how=formal-urgent",
        "/en/find?from=FR&to=BR&need=informal-contact&how=informal-urgent",
        "/en/find?from=AD&to=VE&need=extradition&how=formal",
        "/en/find?from=FR&to=EU&need=tracing-or-freezing&how=formal-urgent",
        "/en/find?from=FR&to=FR&need=prevention&how=informal",
        "/en/globe",
        "/en/coverage",
        "/en/developers",
        "/en/search",
        "/en/search?q=justice",
        "/en/search?q=atlantis",
        "/en/authorities/AT-999",
        "/en/states?region=atlantis",
        "/en/sign-in",
        "/en/sign-in?notice=unknown-login",
        "/en/sign-in/sent",
        "/en/sign-in/0123456789abcdef",
        "/en/sign-in/address/0123456789abcdef",
        "/error/401",
        "/error/403",
        "/error/500",
    ];
}
