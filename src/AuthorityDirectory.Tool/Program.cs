using AuthorityDirectory.Tool;

return await DirectoryTool.RunAsync(args);
