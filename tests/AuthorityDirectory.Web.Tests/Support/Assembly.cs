using AuthorityDirectory.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(SeededDirectory))]
