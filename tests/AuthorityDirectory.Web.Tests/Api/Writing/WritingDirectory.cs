using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Api.Writing;

/// <summary>The seeded directory, for one class of tests to write to.</summary>
public sealed class WritingDirectory : DirectoryHost;
