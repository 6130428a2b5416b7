FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Packages first: as long as no project file changes, they come from the layer of the last build.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/AuthorityDirectory/AuthorityDirectory.csproj src/AuthorityDirectory/
COPY src/AuthorityDirectory.Exchange/AuthorityDirectory.Exchange.csproj src/AuthorityDirectory.Exchange/
COPY src/AuthorityDirectory.OData/AuthorityDirectory.OData.csproj src/AuthorityDirectory.OData/
COPY src/AuthorityDirectory.Storage/AuthorityDirectory.Storage.csproj src/AuthorityDirectory.Storage/
COPY src/AuthorityDirectory.Web/AuthorityDirectory.Web.csproj src/AuthorityDirectory.Web/
RUN dotnet restore src/AuthorityDirectory.Web --runtime linux-x64

COPY seed-data seed-data
COPY src src
RUN dotnet publish src/AuthorityDirectory.Web --no-restore --runtime linux-x64 --no-self-contained --output /app \
    && mkdir /data

# Without shell and package manager; "extra" has the languages (ICU) and the time zones, which the directory needs.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=$APP_UID:$APP_UID /data /data

# The root may be read-only (docker run --read-only --tmpfs /tmp): only /data is written.
ENV Urls=http://+:8080 \
    ASPNETCORE_HTTP_PORTS= \
    DOTNET_EnableDiagnostics=0 \
    Storage__Folder=/data
VOLUME /data
EXPOSE 8080
USER $APP_UID
ENTRYPOINT ["dotnet", "AuthorityDirectory.Web.dll"]
