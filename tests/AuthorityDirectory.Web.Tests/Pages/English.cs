using System.Globalization;

namespace AuthorityDirectory.Web.Tests.Pages;

/// <summary>The culture of the English pages.</summary>
public static class English
{
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");
}
